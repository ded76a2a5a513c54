/**
 * Issues: how a value does not match the model, as data and as lines.
 *
 * @module
 */
import { requireIterable } from './argument.js'
import { printPath } from './path.js'

/**
 * The kind of mismatch that an issue reports. Codes are stable: adding one is a minor change, removing one a major.
 *
 * - `NOT_A_RECORD`: the value is not a CloudTrail record.
 * - `WRONG_TYPE`: a member does not have the type of the model, or a required member is missing.
 * - `REDACTED`: a redaction marker replaces a number, a boolean, a list, a map or a structure that is not known to be
 *   sensitive.
 * - `TOO_DEEP`: a recursive structure is nested deeper than `maxDepth`.
 *
 * @category issues
 * @since 0.1.0
 */
export type DecodeIssueCode = 'NOT_A_RECORD' | 'WRONG_TYPE' | 'REDACTED' | 'TOO_DEEP'

/**
 * One mismatch from the model. It never carries a value of the record.
 *
 * @category issues
 * @since 0.1.0
 */
export interface DecodeIssue {
  /** The kind of mismatch. */
  readonly code: DecodeIssueCode
  /**
   * The path from the record's root. Member names and map keys are data of the record too: control and invisible
   * characters in them are escaped, and a name longer than 64 characters is cut and ends in `…`.
   */
  readonly path: ReadonlyArray<string | number>
  /** What the model expects, such as `a string`. */
  readonly expected: string
  /** The kind of the value, such as `a number`; never the value. */
  readonly received: string
}

/**
 * The issues of one record: at least one, at most `maxIssues`.
 *
 * @category issues
 * @since 0.1.0
 */
export type DecodeIssues = readonly [DecodeIssue, ...DecodeIssue[]]

/** Prints one issue as a line: the path first, in lower case, without a full stop. */
export function printIssue(issue: DecodeIssue): string {
  const what = `expected ${issue.expected}, received ${issue.received}`
  return issue.path.length === 0 ? what : `${printPath(issue.path)}: ${what}`
}

/**
 * Formats the issues of one record, a line each: the path first, in lower case, without a full stop and without any
 * value of the record.
 *
 * @param issues - Issues of one record, as `issuesOf` returns them.
 * @returns As many lines as issues, in the same order. Lines of more than 64 KiB in all end with `... and N more`.
 *
 * @example
 * import { decodeRecord, formatIssues, issuesOf } from 'glue-trail'
 *
 * const result = decodeRecord({
 *   eventSource: 'glue.amazonaws.com',
 *   eventName: 'StartJobRun',
 *   eventTime: '2024-05-01T12:00:00Z',
 *   awsRegion: 'eu-central-1',
 *   requestParameters: { jobName: 5 },
 * })
 * assert.deepStrictEqual(formatIssues(issuesOf(result)), ['requestParameters.jobName: expected a string, received a number'])
 *
 * @category issues
 * @since 0.1.0
 */
export function formatIssues(issues: ReadonlyArray<DecodeIssue>): Array<string> {
  requireIterable('formatIssues', 'a list of issues', issues)
  const lines: Array<string> = []
  let room = MOST_BYTES
  for (const issue of issues) {
    const line = printIssue(issue)
    room -= new TextEncoder().encode(line).length + SEPARATOR
    if (room < 0) return [...lines, `... and ${issues.length - lines.length} more`]
    lines.push(line)
  }
  return lines
}

/**
 * The most bytes of the lines for one record, in UTF-8. Paths have names of the record's choice, each cut, but any
 * number of them. It is 64 KiB less 32, and a literal because bundlers keep an unused calculation.
 */
const MOST_BYTES = 65_504

/** What a caller puts between two lines, at most. */
const SEPARATOR = 2
