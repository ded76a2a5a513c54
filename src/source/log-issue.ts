/**
 * Issues of a log file, as data and as lines.
 *
 * @module
 */
import { madeOf } from '../codec/argument.js'

/**
 * The kind of an issue of a log file. Codes are stable: a new one is a minor change, a removed one a major.
 * `docs/reference/issue-codes.md` says what each means for the records of the file.
 *
 * @category issues
 * @since 0.1.0
 */
export type LogIssueCode =
  | 'UNREADABLE'
  | 'EMPTY'
  | 'NOT_A_LOG'
  | 'DIGEST_FILE'
  | 'OTHER_FILE'
  | 'GZIPPED_TWICE'
  | 'CUT_GZIP'
  | 'CORRUPT_GZIP'
  | 'CUT_ZSTD'
  | 'CORRUPT_ZSTD'
  | 'TRAILING_BYTES'
  | 'TOO_LARGE'
  | 'TOO_HIGH_RATIO'
  | 'CUT_SHORT'
  | 'BROKEN_TEXT'
  | 'BROKEN_RECORD'
  | 'BROKEN_MESSAGE'
  | 'NOTICE'
  | 'RECORD_TOO_LARGE'
  | 'UNSAFE_INTEGER'
  | 'UNSAFE_NUMBER'
  | 'INVALID_UTF8'
  | 'MORE_VALUES'
  | 'MORE_ISSUES'

/**
 * One issue of a log file. It never carries a value of a record.
 *
 * @category issues
 * @since 0.1.0
 */
export interface LogIssue {
  /** The kind of issue. */
  readonly code: LogIssueCode
  /** The index of the record in the file, from 0, as in `LogEntry`. */
  readonly index?: number
  /**
   * The byte offset: in the file as it is stored for `CUT_GZIP`, `CORRUPT_GZIP`, `CUT_ZSTD`, `CORRUPT_ZSTD`,
   * `TRAILING_BYTES`, `TOO_LARGE` and `TOO_HIGH_RATIO`, else in the inflated file.
   */
  readonly offset?: number
  /**
   * The number of bytes concerned. No entry holds them, except for an entry that is too large or has an unsafe integer.
   */
  readonly length?: number
  /** What should be there, such as `JSON`. */
  readonly expected: string
  /** What is there, in words; never a value. */
  readonly received: string
}

/** Issues of a file that is not a log. */
export const EMPTY: LogIssue = { code: 'EMPTY', expected: 'a log file', received: 'nothing' }
export const DIGEST_FILE: LogIssue = { code: 'DIGEST_FILE', expected: 'a log file', received: 'a digest file' }
export const GZIPPED_TWICE: LogIssue = { code: 'GZIPPED_TWICE', expected: 'a log file', received: 'gzipped bytes within gzipped bytes' }
export const notALog = (received: string): LogIssue => ({
  code: 'NOT_A_LOG',
  expected: 'a log file, a list of records, a record, or one a line',
  received,
})
/** Of valid JSON without a log, a record, or a mention of one: such a file is of another kind, and not damaged. */
export const OTHER_JSON: LogIssue = /* @__PURE__ */ notALog('other JSON')
export const unreadable = (expected: string, received: string): LogIssue => ({ code: 'UNREADABLE', expected, received })

/** Issues of a stored file that inflates to more than its limits. */
export const tooLarge = (offset: number, limit: number): LogIssue => ({
  code: 'TOO_LARGE',
  offset,
  expected: `at most ${limit} inflated bytes`,
  received: 'more',
})

export const tooDense = (offset: number, limit: number): LogIssue => ({
  code: 'TOO_HIGH_RATIO',
  offset,
  expected: `at most ${limit} inflated bytes for each stored byte`,
  received: 'more',
})

const STORED: ReadonlyArray<LogIssueCode> = [
  'CUT_GZIP',
  'CORRUPT_GZIP',
  'CUT_ZSTD',
  'CORRUPT_ZSTD',
  'TRAILING_BYTES',
  'TOO_LARGE',
  'TOO_HIGH_RATIO',
]

/** Whether the offset of an issue counts the bytes of the file as it is stored. */
export const isAboutStoredBytes = (code: LogIssueCode): boolean => STORED.includes(code)

/**
 * Formats issues of a file as lines: the record and the byte first, lower case, no full stop, never a value of a
 * record.
 *
 * @param issues - Issues of one file, as `decodeLog` returns them.
 * @returns One line for each issue, in their order. Numbers count from 0.
 * @throws `TypeError` if these are not issues of a file.
 *
 * @example
 * import { decodeLog, formatLogIssues } from 'glue-trail/source'
 *
 * const { issues } = await decodeLog(new TextEncoder().encode('{"Records":[nonsense]}'))
 * assert.deepStrictEqual(formatLogIssues(issues), ['record 0, byte 12: expected JSON, received something else'])
 *
 * @category issues
 * @since 0.1.0
 */
export function formatLogIssues(issues: ReadonlyArray<LogIssue>): Array<string> {
  return madeOf('formatLogIssues', 'the issues of a file', issues, () => issues.map(logIssueLine))
}

function logIssueLine({ code, index, offset, expected, received }: LogIssue): string {
  const byte = offset === undefined ? '' : `byte ${offset}${isAboutStoredBytes(code) ? ' of the stored file' : ''}`
  const position = [index === undefined ? '' : `record ${index}`, byte].filter((part) => part !== '').join(', ')
  return `${position === '' ? '' : `${position}: `}expected ${expected}, received ${received}`
}
