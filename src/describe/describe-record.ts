/**
 * The CloudTrail record as data: its members, those of the objects inside, and what they mean for each type of
 * identity.
 *
 * @module
 */
import type * as t from 'io-ts'
import { fieldsOf } from '../codec/structure.js'
import { anyCall } from '../event/other-records.js'
import { IDENTITY_FACTS, PAGES, STRUCTURE_FACTS } from '../generated/describe/record.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { AnyIdentity } from '../generated/record/identity.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import { structureIn, structuresFrom, typeText } from './structures.js'

/**
 * One member of a record or of an object inside.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface RecordMemberDescription {
  /** As CloudTrail spells it. */
  readonly name: string
  /** Its type in words: `string`, `list of RecordResource`, `any JSON`; `absent` if it must be missing. */
  readonly type: string
  /** The structure in the type: its name among the structures of the description. */
  readonly shape?: string
  /** Whether every record of its kind has it; all other members may be missing or null. */
  readonly required: boolean
  /** The `eventVersion` that added it, if known. Later records may still lack it. */
  readonly since?: string
  /** Whether no AWS page documents it. */
  readonly undocumented: boolean
  /** What it means, and what it does not guarantee. */
  readonly meaning: string
  /** AWS's page about it. */
  readonly page: string
}

/**
 * A kind of record, or an object inside.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface RecordStructureDescription {
  /** `CallRecord`, `InsightRecord`, `AggregatedRecord`, or the name of the exported type of an object inside. */
  readonly name: string
  /** Its meaning. */
  readonly meaning: string
  /** AWS's page about it. */
  readonly page: string
  /** Its members. */
  readonly members: ReadonlyArray<RecordMemberDescription>
}

/**
 * One documented `userIdentity.type`.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface IdentityDescription {
  /** The value of `type`. */
  readonly type: string
  /** The name of its exported type. */
  readonly name: string
  /** Its meaning. */
  readonly meaning: string
  /** AWS's page about it. */
  readonly page: string
  /** Members with a particular meaning for it; all identities share the members of `AnyIdentity`. */
  readonly members: ReadonlyArray<{
    /** As CloudTrail spells it. */
    readonly name: string
    /** Its meaning for this type. */
    readonly meaning: string
  }>
}

/**
 * The whole CloudTrail record.
 *
 * @category descriptions
 * @since 0.1.0
 */
export interface RecordDescription {
  /** The three kinds of records: of a call, of CloudTrail Insights, and of counts. */
  readonly records: ReadonlyArray<RecordStructureDescription>
  /** The documented types of `userIdentity`. */
  readonly identities: ReadonlyArray<IdentityDescription>
  /** Every object inside, once. */
  readonly structures: ReadonlyArray<RecordStructureDescription>
}

/**
 * Describes the CloudTrail record as plain data: every member of eventVersion 1.0 to 1.11, of identities, and of
 * Insights and aggregated records.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html CloudTrail record contents}
 * and the pages it links to, in our own words.
 *
 * @returns The same data each time.
 *
 * @example
 * import { describeRecord } from 'glue-trail/describe'
 *
 * const [call] = describeRecord().records
 * const tls = call?.members.find(({ name }) => name === 'tlsDetails')
 * assert.strictEqual(tls?.since, '1.08')
 * assert.strictEqual(tls?.shape, 'TlsDetails')
 *
 * @category descriptions
 * @since 0.1.0
 */
export function describeRecord(): RecordDescription {
  const facts = new Map(STRUCTURE_FACTS.map((lines) => [firstWord(lines[0]), lines] as const))
  const structure = (codec: t.Mixed, name: string = codec.name, factsOf: string = name): RecordStructureDescription => {
    const [head = '', ...lines] = facts.get(factsOf) ?? []
    const [, page, meaning = ''] = split(head, 2)
    return { name, meaning, page: pageAt(page), members: lines.map((line) => member(codec, line)) }
  }
  const kinds: ReadonlyArray<t.Mixed> = [anyCall, InsightRecord, AggregatedRecord]
  const inside = structuresFrom(kinds.flatMap((codec) => [...fieldsOf(codec)]))
  return {
    records: [structure(anyCall, 'CallRecord', 'RecordFields'), structure(InsightRecord), structure(AggregatedRecord)],
    identities: IDENTITY_FACTS.map(identity),
    structures: [...inside].map((codec) => structure(codec, codec.name, codec === AnyIdentity ? 'IdentityFields' : codec.name)),
  }
}

/** Combines the types of codecs with the descriptions of the facts; both must have the member. */
function member(codec: t.Mixed, line: string): RecordMemberDescription {
  const [name = '', page, since = '', meaning = ''] = split(line, 3)
  const field = fieldsOf(codec).find((known) => known.name === name)
  if (field === undefined) throw new Error(`${codec.name} has no member ${name}`)
  const inner = structureIn(field.shape)
  const version = since.replace('?', '')
  return {
    name,
    type: typeText(field.shape),
    ...(inner && { shape: inner.name }),
    required: field.mustBeThere,
    ...(version !== '-' && { since: version }),
    undocumented: since.endsWith('?'),
    meaning,
    page: pageAt(page),
  }
}

function identity([head = '', ...lines]: ReadonlyArray<string>): IdentityDescription {
  const [type = '', name = '', meaning = ''] = split(head, 2)
  const page = pageAt(split(STRUCTURE_FACTS.find(([first]) => firstWord(first) === 'IdentityFields')?.[0] ?? '', 2)[1])
  const members = lines.map((line) => {
    const [of = '', content = ''] = split(line, 1)
    return { name: of, meaning: content }
  })
  return { type, name, meaning, page, members }
}

const pageAt = (place: string | undefined): string => PAGES[Number(place)] ?? ''

const firstWord = (line = ''): string => line.split(' ', 1)[0] ?? ''

/** Splits a line into some words and the rest. */
function split(line: string, words: number): ReadonlyArray<string> {
  const parts = line.split(' ')
  return [...parts.slice(0, words), parts.slice(words).join(' ')]
}
