/**
 * What is wrong with the fields of a filter: data first, messages from it.
 *
 * @module
 */
import { requireIterable } from '../codec/argument.js'

/**
 * What kind of mistake an issue reports. Codes are stable: a new one is a minor change, a removed one a major.
 *
 * - `UNKNOWN_FIELD`: no field has that name.
 * - `WRONG_TYPE`: a field has a value of another type than it takes.
 * - `EMPTY`: a string or a list is empty.
 * - `TOO_LONG`: a string or a list is longer than allowed.
 * - `NO_TIME`: a string is neither a date, nor a date with a time, nor a time ago.
 * - `EMPTY_RANGE`: `to` is not after `from`, so that no time lies between.
 * - `NEAR_MISS`: a name differs from AWS's names by upper and lower case alone, and would match nothing.
 *
 * @category filters
 * @since 0.1.0
 */
export type FilterIssueCode = 'UNKNOWN_FIELD' | 'WRONG_TYPE' | 'EMPTY' | 'TOO_LONG' | 'NO_TIME' | 'EMPTY_RANGE' | 'NEAR_MISS'

/**
 * One mistake in the fields of a filter.
 *
 * @category filters
 * @since 0.1.0
 */
export interface FilterIssue {
  /** The kind of mistake. */
  readonly code: FilterIssueCode
  /** The field, escaped and cut where it is not one of ours; empty where the fields as a whole are meant. */
  readonly field: string
  /** Which value of a field that takes several, from 0. */
  readonly index?: number
  /** What is expected there, such as `a string`. */
  readonly expected: string
  /** What kind of thing was given, such as `a number`; never the value. */
  readonly received: string
}

/**
 * The mistakes in the fields of one filter: at least one.
 *
 * @category filters
 * @since 0.1.0
 */
export type FilterIssues = readonly [FilterIssue, ...FilterIssue[]]

/**
 * Formats the issues of a filter as lines, one each: field first, lower case, no full stop.
 *
 * @param issues - What `compileFilter` returned as `Left`.
 * @returns As many lines as issues, in their order.
 *
 * @example
 * import { compileFilter, formatFilterIssues } from 'glue-trail'
 *
 * const filter = compileFilter({ from: 'soon', api: ['UpdateTable', 'deletetable'] })
 * assert.deepStrictEqual(filter._tag === 'Left' && formatFilterIssues(filter.left), [
 *   'api[1]: expected a name as AWS spells it, such as DeleteTable, received one that differs in upper and lower case',
 *   'from: expected a date, a date with a time, or a time ago such as 24h, received another string',
 * ])
 *
 * @category filters
 * @since 0.1.0
 */
export function formatFilterIssues(issues: ReadonlyArray<FilterIssue>): Array<string> {
  requireIterable('formatFilterIssues', 'a list of issues', issues)
  return issues.map(({ field, index, expected, received }) => {
    const place = index === undefined ? field : `${field}[${index}]`
    return `${place === '' ? '' : `${place}: `}expected ${expected}, received ${received}`
  })
}
