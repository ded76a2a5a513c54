/**
 * Decoding one record. Every value gets a result; a record that does not match its model is kept and reported.
 *
 * @module
 */
import { requireIterable, requireOptions, within } from '../codec/argument.js'
import { collect, DEFAULT_MAX_ISSUES } from '../codec/collect.js'
import { checkWithin, DEFAULT_MAX_DEPTH, LARGEST_MAX_DEPTH } from '../codec/depth.js'
import type { DecodeIssues } from '../codec/issue.js'
import { kindOf } from '../codec/kind.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { classify } from './classify.js'
import { memberOf } from './member-of.js'
import { type CloudTrailRecord, notARecord } from './record.js'
import type { DecodeResult } from './result.js'

/**
 * The limits of decoding.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface DecodeOptions {
  /** How many issues of one record are reported; the others are left out. At least 1; default 100. */
  readonly maxIssues?: number
  /**
   * How many levels recursive structures of the model may nest before that is an issue `TOO_DEEP`. From 1 to 1000;
   * default 64.
   */
  readonly maxDepth?: number
}

/**
 * Decodes one record: a value as `JSON.parse` returns it. No value makes it throw. The record in the result is the same
 * value that was passed in, unchanged, unknown members included.
 *
 * A value is not a CloudTrail record (`Left`) unless it is an object with the strings `eventSource` and `eventName`
 * (the source not beginning with `aws:`), or is by `eventCategory` or `eventType` an Insights or an aggregated record.
 * Nothing else decides: a member of the wrong type makes it `Both`.
 *
 * @param u - Any value.
 * @param options - Limits; see `DecodeOptions`.
 * @returns `Right`, `Both` or `Left`; issues have paths and kinds of values, never values.
 * @throws `TypeError` if `options` are not an object.
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
  if (options !== undefined) requireOptions('decodeRecord', options)
  const maxDepth = within(options?.maxDepth, DEFAULT_MAX_DEPTH, LARGEST_MAX_DEPTH)
  const maxIssues = within(options?.maxIssues, DEFAULT_MAX_ISSUES)
  try {
    const codec = classify(u)?.codec
    if (codec === undefined) return { _tag: 'Left', left: [notARecord(isLogFile(u) ? LOG_FILE : kindOf(u))] }
    const matches = maxDepth === DEFAULT_MAX_DEPTH ? codec.is(u) : checkWithin(maxDepth, codec.is, u)
    if (matches) return { _tag: 'Right', right: u as CloudTrailRecord }
    const issues = collect(codec, u, maxIssues, maxDepth)
    return { _tag: 'Both', left: issues as unknown as DecodeIssues, right: u as NonconformingRecord }
  } catch {
    // JSON never leads here. An object whose members cannot be read does: a getter that throws, a revoked proxy.
    return { _tag: 'Left', left: [notARecord('an unreadable object')] }
  }
}

/** A common mistake: the whole file in place of its records. */
const isLogFile = (u: unknown): boolean => Array.isArray(memberOf(u, 'Records'))

const LOG_FILE = 'a log file (use decodeLog, or decodeRecords(x.Records))'

/**
 * The result of decoding one of many values.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface Decoded {
  /** The index of the value, from 0. */
  readonly index: number
  /** The result of decoding it. */
  readonly result: DecodeResult
}

/**
 * Decodes many records one at a time: the next value is taken from the iterable only when the caller asks for the next
 * result.
 *
 * @param records - Values as `JSON.parse` returns them, such as the `Records` of a log file.
 * @param options - Limits for each record.
 * @returns A generator of results in the order of the values. Errors that the iterable throws are not caught.
 *
 * @example
 * import { decodeRecords } from 'glue-trail'
 *
 * const tags = [...decodeRecords([{ eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' }, 'not a record'])].map((d) => d.result._tag)
 * assert.deepStrictEqual(tags, ['Both', 'Left'])
 *
 * @category decoding
 * @since 0.1.0
 */
export function* decodeRecords(records: Iterable<unknown>, options?: DecodeOptions): Generator<Decoded, void, undefined> {
  requireIterable('decodeRecords', 'an iterable of records', records)
  let index = 0
  for (const record of records) yield { index: index++, result: decodeRecord(record, options) }
}
