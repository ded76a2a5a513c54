/**
 * Derives from times of events the keys of files that may hold them: a file is stored under the minute of its delivery,
 * which is when its events happened, or later.
 *
 * @module
 */
import { parseFilterTime } from '../filter/instant.js'
import { parseTrailKey } from '../source/envelope/trail-key.js'
import { OptionError } from './option-error.js'

export const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A period of deliveries, in milliseconds since 1970. */
export interface KeyWindow {
  /** Inclusive; without it, from the first. */
  readonly from?: number
  /** Exclusive; without it, to the last. */
  readonly to?: number
}

/**
 * Which events are wanted, by their time, and how much later than their time they may have been delivered.
 *
 * @category sources
 * @since 0.1.0
 */
export interface EventTimes {
  /**
   * The earliest time of an event, inclusive: a date, a date with a time, a time ago such as `24h`, all UTC; or a
   * `Date`.
   */
  readonly from?: string | Date
  /** The end of the times of events, exclusive. */
  readonly to?: string | Date
  /**
   * How long after an event its file may have been delivered to be found, in milliseconds. Default two days: nearly all
   * files come within minutes, a few after hours, and after an outage of CloudTrail up to 30 days.
   */
  readonly latenessMs?: number
}

/**
 * AWS does not document whether the minute in a key is the beginning or the end of the delivery: an hour before costs
 * little and loses nothing.
 */
const EARLY = HOUR

/**
 * Returns the deliveries of events of these times. It throws an `OptionError` for a time that cannot be used: else it
 * would silently find nothing.
 */
export function keyWindowOf({ from, to, latenessMs = 2 * DAY }: EventTimes, now: number): KeyWindow {
  const first = instant('from', from, now)
  const end = instant('to', to, now)
  if (!(typeof latenessMs === 'number' && latenessMs >= 0 && latenessMs <= LONGEST_LATENESS))
    throw new OptionError('INVALID_OPTION', 'latenessMs: expected milliseconds, from 0 to 366 days')
  return { ...(first === undefined ? {} : { from: Math.max(0, first - EARLY) }), ...(end === undefined ? {} : { to: end + latenessMs }) }
}

/** CloudTrail delivers again for up to 30 days; a year leaves room. */
const LONGEST_LATENESS = 366 * DAY

/** Folders have years of four digits; the last of them leaves room for lateness. */
const LAST_TIME = Date.UTC(9998, 0)

/** Returns the present time: that of the clock unless given. It throws an `OptionError` for one that cannot be used. */
export function presentTime(now: unknown): number {
  const date = now ?? new Date()
  const time = date instanceof Date && !Number.isNaN(date.getTime()) ? instant('now', date, 0) : undefined
  if (time === undefined) throw new OptionError('INVALID_TIME', 'now: expected a `Date`')
  return time
}

/** Callers without types pass anything. */
function instant(name: string, value: unknown, now: number): number | undefined {
  if (value === undefined) return undefined
  const time = typeof value === 'string' ? parseFilterTime(value, now) : value instanceof Date ? value.getTime() : undefined
  if (time === undefined || Number.isNaN(time))
    throw new OptionError('INVALID_TIME', `${name}: expected a date, a date with a time, or a time ago such as 24h`)
  if (time < 0 || time > LAST_TIME) throw new OptionError('INVALID_TIME', `${name}: expected a time between the years 1970 and 9998`)
  return time
}

/** Returns when a file was delivered, by its key; `undefined` if it is not the key of a log file. */
export function deliveredAt(key: string): number | undefined {
  const parts = parseTrailKey(key)
  return parts === undefined || parts.kind === 'Digest' ? undefined : Date.parse(parts.time)
}

/** Whether a delivery is within the window. */
export const isWithin = (time: number, { from, to }: KeyWindow): boolean =>
  (from === undefined || time >= from) && (to === undefined || time < to)

/** The path of a day below a region: `2024/05/01`. */
export const dayPath = (time: number): string => new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')
