/**
 * Realistic values of the members of requests and responses by their names, as templates (see `fill.ts`).
 *
 * A line has the names of members and their template. A name may have the structure or the members around it as a
 * prefix with a dot; such a line takes precedence over one for the name alone. ` & ` separates items of lists and
 * entries of maps, ` | ` alternatives; numbers may be a range `1..9`; timestamps are days from the event; `@key` is the
 * key of a map.
 *
 * @module
 */
import { CATALOG_TEXTS } from './catalog-templates.js'
import { WORK_TEXTS } from './work-templates.js'

/** Names of things, by a word in the name of the structure or the API. */
const NAMES: Readonly<Record<string, string>> = {
  Table: '{table#}',
  Database: '{database}',
  Catalog: '{catalog}',
  Job: '{job}',
  Crawler: '{crawler}',
  Trigger: '{trigger}',
  Workflow: '{workflow#}',
  Blueprint: '{blueprint#}',
  Connection: '{connection}',
  Classifier: '{classifier}',
  Registry: '{registry}',
  Schema: '{schema}',
  MLTransform: '{table}-duplicates',
  Transform: '{table}-duplicates',
  SecurityConfiguration: '{securityConfiguration}',
  UsageProfile: '{usageProfile}',
  DataQualityRuleset: '{ruleset}',
  DataQualityEvaluationConfig: '{evaluationConfig}',
  CustomEntityType: '{customEntityType#}',
  Glossary: '{team} words',
  GlossaryTerm: 'Active {table}',
  AssetType: '{team}Record',
  Asset: '{database}.{table}',
  FormType: '{team}Record',
}

let made: ReadonlyMap<string, string> | undefined

function lines(): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  for (const line of [...CATALOG_TEXTS, ...WORK_TEXTS]) {
    const end = line.indexOf(': ')
    for (const name of line.slice(0, end).split(' ')) all.set(name, line.slice(end + 2))
  }
  return all
}

/**
 * Returns the name in `NAMES` that ends last in the name of a structure, and of those the longest: `GlossaryTerm` is
 * not `Glossary`.
 */
function nameText(structure: string): string | undefined {
  let best = ''
  let bestEnd = 0
  for (const noun of Object.keys(NAMES)) {
    const start = structure.lastIndexOf(noun)
    const end = start + noun.length
    if (start >= 0 && (end > bestEnd || (end === bestEnd && noun.length > best.length))) {
      best = noun
      bestEnd = end
    }
  }
  return NAMES[best]
}

/**
 * Returns the template of a member: by the two members around it (`partitionInput.storageDescriptor`) or one; by its
 * structure (`lookupName`); by what is named; by its name alone.
 */
export function templateOf(parents: string, structure: string, member: string): string | undefined {
  made ??= lines()
  const parent = parents.slice(parents.indexOf('.') + 1)
  const named = member === 'name' || member === 'names' ? nameText(structure) : undefined
  return (
    made.get(`${parents}.${member}`) ?? made.get(`${parent}.${member}`) ?? made.get(`${structure}.${member}`) ?? named ?? made.get(member)
  )
}
