/**
 * The result of decoding as plain data: an fp-ts `These`, and two functions that read it without fp-ts.
 *
 * @module
 */

import type { These } from 'fp-ts/lib/These.js'
import { requireObject } from '../codec/argument.js'
import type { DecodeIssue, DecodeIssues } from '../codec/issue.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import type { CloudTrailRecord } from './record.js'

/**
 * The result of decoding a value, as an fp-ts `These`: `Right` if all of it matches, `Both` if it is a CloudTrail
 * record and something in it does not match the model, `Left` if it is not a CloudTrail record. `recordOf` and
 * `issuesOf` read it without fp-ts.
 *
 * @category decoding
 * @since 0.1.0
 */
export type DecodeResult = These<DecodeIssues, CloudTrailRecord | NonconformingRecord>

/**
 * Returns the record of a result, conforming (`Right`) or nonconforming (`Both`).
 *
 * @param result - What `decodeRecord` or a reader returned.
 * @returns The same value that was decoded, or `undefined` for `Left`.
 *
 * @example
 * import { decodeRecord, recordOf } from 'glue-trail'
 *
 * const record = recordOf(decodeRecord({ eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: 5 }))
 * assert.strictEqual(record?.eventName, 'GetTags')
 * assert.strictEqual(recordOf(decodeRecord('not a record')), undefined)
 *
 * @category decoding
 * @since 0.1.0
 */
export function recordOf<A>(result: These<DecodeIssues, A>): A | undefined {
  requireObject('recordOf', 'a result of decodeRecord', result)
  return result._tag === 'Left' ? undefined : result.right
}

/**
 * Returns the issues of a result.
 *
 * @param result - What `decodeRecord` or a reader returned.
 * @returns No issue for `Right`, at least one for `Both` and `Left`.
 *
 * @example
 * import { decodeRecord, issuesOf } from 'glue-trail'
 *
 * const [issue] = issuesOf(decodeRecord({ eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: 5, awsRegion: 'us-east-1' }))
 * assert.deepStrictEqual(issue, { code: 'WRONG_TYPE', path: ['eventTime'], expected: 'a string', received: 'a number' })
 *
 * @category issues
 * @since 0.1.0
 */
export function issuesOf(result: These<DecodeIssues, unknown>): ReadonlyArray<DecodeIssue> {
  requireObject('issuesOf', 'a result of decodeRecord', result)
  return result._tag === 'Right' ? [] : result.left
}
