/**
 * When a record's call was made.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { parseTimestamp } from '../scalar/timestamp.js'

/**
 * Returns the time of a record in milliseconds since 1970: `eventTime`, else the start of the window of an aggregated
 * record, which has no `eventTime`. `undefined` where neither can be read.
 */
export function eventTimeOf(record: unknown): number | undefined {
  return total(readTime, record)
}

function readTime(record: unknown): number | undefined {
  return (
    parseTimestamp(memberOf(record, 'eventTime')) ?? parseTimestamp(memberOf(memberOf(record, 'timeWindow'), 'windowStart'))
  )?.getTime()
}
