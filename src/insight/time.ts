/**
 * When a record's call was made.
 *
 * @module
 */
import { memberOf } from '../event/marks.js'
import { parseTimestamp } from '../scalar/timestamp.js'

/** Milliseconds since 1970: of `eventTime`, for aggregated records of the beginning of their window. Nothing where no time can be read. */
export function timeOf(record: unknown): number | undefined {
  return (
    parseTimestamp(memberOf(record, 'eventTime')) ?? parseTimestamp(memberOf(memberOf(record, 'timeWindow'), 'windowStart'))
  )?.getTime()
}
