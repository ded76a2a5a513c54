/**
 * Decoding one record: any value gets an answer, and what departs from the model is kept and reported.
 *
 * @module
 */
import type { These } from 'fp-ts/lib/These.js'
import { collect, DEFAULT_MAX_ISSUES } from '../codec/collect.js'
import { checkWithin, DEFAULT_MAX_DEPTH, LARGEST_MAX_DEPTH } from '../codec/depth.js'
import type { DecodeIssues } from '../codec/issue.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { codecOf } from './kind.js'
import { type CloudTrailRecord, notARecord } from './record.js'

/**
 * Limits of decoding.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface DecodeOptions {
  /** How many issues of one record are reported at most; the rest is left out. At least 1, default 100. */
  readonly maxIssues?: number
  /** How deep recursive structures of the model may nest before that is an issue `TOO_DEEP`. From 1 to 1000, default 64. */
  readonly maxDepth?: number
}

/**
 * What decoding a value answers, as an fp-ts `These`: `Right` where all of it matches, `Both` where it is a CloudTrail record in which
 * something departs from the model, `Left` where it is no CloudTrail record. `recordOf` and `issuesOf` take it apart without fp-ts.
 *
 * @category decoding
 * @since 0.1.0
 */
export type DecodeResult = These<DecodeIssues, CloudTrailRecord | NonconformingRecord>

/**
 * Decodes one record: a value as `JSON.parse` gives it. It never throws, and the record in the outcome is the very value it was given,
 * untouched, unknown members included.
 *
 * A value is no CloudTrail record (`Left`) unless it is an object with the strings `eventSource` and `eventName` (the source not
 * beginning with `aws:`), or by `eventCategory` or `eventType` an Insights or an aggregated record. Nothing else decides: a wrong type in
 * any other member is `Both`.
 *
 * @param u - Any value.
 * @param options - Limits; see `DecodeOptions`.
 * @returns `Right`, `Both` or `Left`; issues carry paths and kinds, never values.
 *
 * @example
 * import { decodeRecord } from 'glue-trail'
 *
 * const record = {
 *   eventSource: 'glue.amazonaws.com',
 *   eventName: 'DeleteCrawler',
 *   eventTime: '2017-10-11T22:29:49Z',
 *   awsRegion: 'us-east-1',
 *   requestParameters: { name: 'tes-alpha' },
 * }
 * assert.deepStrictEqual(decodeRecord(record), { _tag: 'Right', right: record })
 * assert.strictEqual(decodeRecord({ ...record, awsRegion: null })._tag, 'Both')
 * assert.strictEqual(decodeRecord({ Records: [] })._tag, 'Left')
 *
 * @category decoding
 * @since 0.1.0
 */
export function decodeRecord(u: unknown, options?: DecodeOptions): DecodeResult {
  try {
    const codec = codecOf(u)
    if (codec === undefined) return { _tag: 'Left', left: [notARecord(u)] }
    const maxDepth = within(options?.maxDepth, DEFAULT_MAX_DEPTH, LARGEST_MAX_DEPTH)
    const matches = maxDepth === DEFAULT_MAX_DEPTH ? codec.is(u) : checkWithin(maxDepth, codec.is, u)
    if (matches) return { _tag: 'Right', right: u as CloudTrailRecord }
    const issues = collect(codec, u, within(options?.maxIssues, DEFAULT_MAX_ISSUES, Number.POSITIVE_INFINITY), maxDepth)
    return { _tag: 'Both', left: issues as unknown as DecodeIssues, right: u as NonconformingRecord }
  } catch {
    // JSON never gets here. An object whose members cannot be read does: a getter that throws, a revoked proxy.
    return { _tag: 'Left', left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'an unreadable object' }] }
  }
}

/** A limit in whole steps from 1 to the largest; the default where none, or no number, is given. */
function within(limit: number | undefined, fallback: number, largest: number): number {
  return limit === undefined || Number.isNaN(limit) ? fallback : Math.min(Math.max(Math.floor(limit), 1), largest)
}

/**
 * One value of many, decoded: its place and its outcome.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface Decoded {
  /** The place among the values, from 0. */
  readonly index: number
  /** What decoding it answered. */
  readonly result: DecodeResult
}

/**
 * Decodes many records, one at a time and only when asked for: the next value is taken from the iterable when the caller wants the next
 * outcome.
 *
 * @param records - Values as `JSON.parse` gives them, such as the `Records` of a log file.
 * @param options - Limits for each record.
 * @returns A generator of outcomes, in order. What the iterable itself throws goes through.
 *
 * @example
 * import { decodeRecords } from 'glue-trail'
 *
 * const tags = [...decodeRecords([{ eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' }, 'no record'])].map((d) => d.result._tag)
 * assert.deepStrictEqual(tags, ['Both', 'Left'])
 *
 * @category decoding
 * @since 0.1.0
 */
export function* decodeRecords(records: Iterable<unknown>, options?: DecodeOptions): Generator<Decoded, void, undefined> {
  let index = 0
  for (const record of records) yield { index: index++, result: decodeRecord(record, options) }
}
