/**
 * What is known of one structure or one of its members, by name: for schemas, which ask for one at a time.
 *
 * @module
 */
import { wrongArgument } from '../codec/argument.js'
import { API_PAGE } from '../generated/describe/apis.js'
import { apiFacts, enumValues, memberFacts } from './api-facts.js'
import { describeRecord } from './describe-record.js'

/**
 * What is known of a structure or of one of its members.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface PartDescription {
  /** What it is, where that is more than its name. */
  readonly description?: string
  /** Whether AWS marks it as deprecated; left out where not. */
  readonly deprecated?: boolean
  /** The values of its enum. Open: records hold others too. */
  readonly values?: ReadonlyArray<string>
}

/** A structure with what it means, and its members with what they mean. */
interface Meanings {
  readonly meaning: string
  readonly members: ReadonlyArray<{ readonly name: string; readonly meaning: string }>
}

/** Names of codecs, and what a description calls what they hold. */
const ALIASES: Readonly<Record<string, string>> = { RecordFields: 'CallRecord', IdentityFields: 'AnyIdentity' }

const PAYLOAD = /^(\w+?)(Event|RequestParameters|ResponseElements)$/

const PAYLOADS: Readonly<Record<string, string>> = {
  Event: 'One `*` call as CloudTrail logs it.',
  RequestParameters: 'What CloudTrail logs of a `*` request.',
  ResponseElements: 'What CloudTrail logs of a `*` response, where it logs one.',
}

let made: ReadonlyMap<string, Meanings> | undefined

function meaningsOf(structure: string): Meanings | undefined {
  if (made === undefined) {
    const { records, identities, structures } = describeRecord()
    made = new Map([...records, ...identities, ...structures].map((part) => [part.name, part]))
  }
  return made.get(ALIASES[structure] ?? structure)
}

/**
 * Returns what is known of a structure, or of one of its members, by name.
 *
 * @param structure - The name of a codec, such as `StartJobRunRequestParameters`, `TableInput` or `RecordFields`.
 * @param member - The member's name, as CloudTrail spells it.
 * @returns The description, or `undefined` where nothing is known beyond the name.
 * @throws `TypeError` if `structure` is not a string.
 *
 * @example
 * import { describeShape } from 'glue-trail/describe'
 * import { jsonSchemaOf } from 'glue-trail/schema'
 *
 * const request = 'StartJobRunRequestParameters'
 * assert.deepStrictEqual(describeShape(request, 'executionClass'), { values: ['FLEX', 'STANDARD'] })
 * assert.deepStrictEqual(describeShape(request, 'allocatedCapacity'), { deprecated: true })
 * assert.strictEqual(jsonSchemaOf('StartJobRun', { describe: describeShape })._tag, 'Right')
 *
 * @category descriptions
 * @since 0.1.0
 */
export function describeShape(structure: string, member?: string): PartDescription | undefined {
  if (typeof structure !== 'string') throw wrongArgument('describeShape', 'the name of a structure', structure)
  const meanings = meaningsOf(structure)
  if (member === undefined) return described(meanings?.meaning ?? payloadText(structure))
  const { enumName, deprecated, undocumented } = memberFacts(structure, member)
  const meaning = meanings?.members.find(({ name }) => name === member)?.meaning
  const found: PartDescription = {
    ...described(meaning ?? (undocumented ? 'CloudTrail writes this member, which is not in the API model.' : undefined)),
    ...(deprecated && { deprecated }),
    ...(enumName !== undefined && { values: enumValues(enumName) }),
  }
  return Object.keys(found).length === 0 ? undefined : found
}

const described = (description: string | undefined): PartDescription | undefined => (description ? { description } : undefined)

function payloadText(structure: string): string | undefined {
  const [, api = '', kind = ''] = PAYLOAD.exec(structure) ?? []
  return apiFacts(api) === undefined ? undefined : `${PAYLOADS[kind]} ${API_PAGE}`.replaceAll('*', api)
}
