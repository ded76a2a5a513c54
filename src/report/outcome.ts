/**
 * The outcome of decoding as plain data: an fp-ts `These`, and two functions for people who do not speak fp-ts.
 *
 * @module
 */
import type { These } from 'fp-ts/lib/These.js'
import type { DecodeIssue, DecodeIssues } from '../codec/issue.js'

/**
 * The record of an outcome: what matched (`Right`), what departs from the model in places (`Both`), or `undefined` where the value is no
 * CloudTrail record (`Left`).
 *
 * @param outcome - What `decodeRecord` answered.
 * @returns The very value that was decoded, or `undefined`.
 *
 * @example
 * import { decodeRecord, recordOf } from 'glue-trail'
 *
 * const record = recordOf(decodeRecord({ eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: 5 }))
 * assert.strictEqual(record?.eventName, 'GetTags')
 * assert.strictEqual(recordOf(decodeRecord('no record')), undefined)
 *
 * @category decoding
 * @since 0.1.0
 */
export function recordOf<A>(outcome: These<DecodeIssues, A>): A | undefined {
  return outcome._tag === 'Left' ? undefined : outcome.right
}

/**
 * The issues of an outcome; empty where all of the record matched.
 *
 * @param outcome - What `decodeRecord` answered.
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
export function issuesOf(outcome: These<DecodeIssues, unknown>): ReadonlyArray<DecodeIssue> {
  return outcome._tag === 'Right' ? [] : outcome.left
}
