/**
 * When: the time that a field names, and the time that a record is of.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import { kindOfRecord } from '../event/kind.js'
import { memberOf } from '../event/marks.js'
import { type Read, read, refused } from './field.js'
import { instantOf, timeOf } from './instant.js'

/** The value of a field that names a time, in milliseconds since 1970. */
export function readTime(field: string, value: unknown, now: number): Read<number> {
  if (typeof value !== 'string') return refused({ code: 'WRONG_TYPE', field, expected: 'a string', received: kindOf(value) })
  const time = timeOf(value, now)
  if (time !== undefined) return read(time)
  const expected = 'a date, a date with a time, or a time ago such as 24h'
  return refused({ code: 'NO_TIME', field, expected, received: value === '' ? 'an empty text' : 'another text' })
}

/** A stretch of time in milliseconds since 1970, `end` exclusive. A moment is as long as one of them. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** When a record's call was made; for an aggregated record, which has no time, the window of its counts. `undefined` where it does not tell. */
export function spanOf(record: unknown): Span | undefined {
  const time = instantOf(memberOf(record, 'eventTime'))
  if (time !== undefined) return { start: time, end: time + 1 }
  if (kindOfRecord(record) !== 'aggregated') return undefined
  const window = memberOf(record, 'timeWindow')
  const start = instantOf(memberOf(window, 'windowStart'))
  const end = instantOf(memberOf(window, 'windowEnd'))
  return start !== undefined && end !== undefined && start < end ? { start, end } : undefined
}
