/**
 * Times: the one that a field names, and the one of a record.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { eventTimeOf } from '../insight/event-time.js'
import { parseTimestamp } from '../scalar/timestamp.js'
import { type Gap, type Read, read, refused } from './field.js'
import type { FilterFieldName } from './field-names.js'
import { parseFilterTime } from './instant.js'
import { gapAt } from './subject.js'

/** Reads the value of a field that names a time, as milliseconds since 1970. */
export function readTime(field: FilterFieldName, value: unknown, now: number): Read<number> {
  if (value instanceof Date) {
    const time = value.getTime()
    return Number.isNaN(time) ? refused({ code: 'NO_TIME', field, expected: 'a valid Date', received: 'an invalid Date' }) : read(time)
  }
  if (typeof value !== 'string') return refused({ code: 'WRONG_TYPE', field, expected: 'a string or a Date', received: kindOf(value) })
  const time = parseFilterTime(value, now)
  if (time !== undefined) return read(time)
  const expected = 'a date, a date with a time, or a time ago such as 24h'
  return refused({ code: 'NO_TIME', field, expected, received: value === '' ? 'an empty string' : 'another string' })
}

/** A range of time in milliseconds since 1970, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Returns when a record's call was made. An aggregated record has no `eventTime`: its span is the window of its counts.
 * `undefined` where the time cannot be read.
 */
export function spanOf(record: unknown): Span | undefined {
  if (kindOfRecord(record) === 'aggregated' && memberOf(record, 'eventTime') == null) {
    const window = memberOf(record, 'timeWindow')
    const start = parseTimestamp(memberOf(window, 'windowStart'))?.getTime()
    const end = parseTimestamp(memberOf(window, 'windowEnd'))?.getTime()
    return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
  }
  const time = eventTimeOf({ eventTime: memberOf(record, 'eventTime') })
  return time === undefined ? undefined : { start: time, end: time + 1 }
}

/** Returns why the time of a record does not decide. */
export function timeGap(record: unknown): Gap {
  const span = spanOf(record)
  // A window that overlaps the limit holds calls on both sides of it.
  return span === undefined ? gapAt(record, ['eventTime']) : { path: ['timeWindow'], kind: 'NO_CALL' }
}
