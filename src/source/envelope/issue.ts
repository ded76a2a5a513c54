/**
 * What is said of an envelope that cannot be read, or not wholly: data first, then lines from it.
 *
 * @module
 */
import { madeOf } from '../../codec/argument.js'
import { printIssue } from '../../codec/issue.js'

/**
 * What kind of trouble an envelope has. Codes are stable: a new one is a minor change, a removed one a major.
 * `docs/reference/issue-codes.md` says what each means for what was delivered.
 *
 * @category issues
 * @since 0.1.0
 */
export type EnvelopeIssueCode =
  | 'UNKNOWN_ENVELOPE'
  | 'FOREIGN_SOURCE'
  | 'BROKEN_JSON'
  | 'BROKEN_BASE64'
  | 'BROKEN_KEY'
  | 'CUT_GZIP'
  | 'CORRUPT_GZIP'
  | 'CUT_ZSTD'
  | 'CORRUPT_ZSTD'
  | 'TRAILING_BYTES'
  | 'TOO_LARGE'
  | 'TOO_HIGH_RATIO'
  | 'TOO_MANY_VALUES'
  | 'TOO_NESTED'
  | 'LOSSY_SOURCE'
  | 'MORE_ISSUES'

/**
 * One thing to know of an envelope. It never carries a value of what is in it.
 *
 * @category issues
 * @since 0.1.0
 */
export interface EnvelopeIssue {
  /** The kind of trouble. */
  readonly code: EnvelopeIssueCode
  /**
   * Where it is, from the value that was unwrapped; it leads on through strings that hold JSON, and through what was
   * inflated.
   */
  readonly path: ReadonlyArray<string | number>
  /** What should be there, such as `JSON`. */
  readonly expected: string
  /** What is there, in words; never a value. */
  readonly received: string
}

/**
 * Issues of envelopes as lines, one each: path first, lower case, no full stop, never a value.
 *
 * @param issues - Issues of one message.
 * @returns As many lines as issues, in their order.
 * @throws `TypeError` if these are not issues of a message.
 *
 * @example
 * import { formatEnvelopeIssues, unwrap } from 'glue-trail/source'
 *
 * const [message] = await unwrap({ Records: [{ eventSource: 'aws:sqs', messageId: '1', body: 'no JSON' }] })
 * const [content] = message?.contents ?? []
 * assert.ok(content?.kind === 'UNREADABLE')
 * assert.deepStrictEqual(formatEnvelopeIssues(content.issues), ['Records[0].body: expected JSON, received another string'])
 *
 * @category issues
 * @since 0.1.0
 */
export function formatEnvelopeIssues(issues: ReadonlyArray<EnvelopeIssue>): Array<string> {
  return madeOf('formatEnvelopeIssues', 'the issues of a message', issues, () =>
    issues.map(({ path, expected, received }) => printIssue({ code: 'WRONG_TYPE', path, expected, received })),
  )
}
