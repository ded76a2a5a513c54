/**
 * Issues as text.
 *
 * @module
 */
import { type DecodeIssue, printIssue } from '../codec/issue.js'

/**
 * Issues as lines of text, one each: path first, lower case, no full stop, never a value of the record.
 *
 * @param issues - Issues of one record, as `issuesOf` gives them.
 * @returns As many lines as issues, in their order.
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
  return issues.map(printIssue)
}
