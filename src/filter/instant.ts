/**
 * Times as people give them to a filter. All are UTC unless they have an offset.
 *
 * @module
 */
import { parseTimestamp } from '../scalar/timestamp.js'

const LONGEST = 40

/**
 * A date, or a date and a time without seconds: what `parseTimestamp` does not read, because CloudTrail never writes
 * it.
 */
const SHORT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})?)?$/

/** `24h`, `24 hours ago`. */
const AGO = /^(\d{1,6}) {0,2}(m|min|minutes?|h|hours?|d|days?|w|weeks?)(?: ago)?$/

/** The unit by its first letter, in minutes. */
const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 }

/** Days by name: how many days before today they begin. */
export const DAYS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['tomorrow', -1],
  ['today', 0],
  ['yesterday', 1],
])

const DAY = 24 * 60 * 60_000

/**
 * Parses a time given by a user into milliseconds since 1970: a time before `now` such as `24h` or `2 hours ago`,
 * `now`, `today`, `yesterday` or `tomorrow` (their first moment, UTC), a date (its first moment), or a date with a time
 * in any form that `parseTimestamp` reads.
 */
export function parseFilterTime(value: string, now: number): number | undefined {
  if (value.length > LONGEST) return undefined
  const words = value.trim().toLowerCase()
  if (words === 'now') return valid(now)
  const daysBack = DAYS.get(words)
  if (daysBack !== undefined) return valid((Math.floor(now / DAY) - daysBack) * DAY)
  const [, count, unit = ''] = AGO.exec(words) ?? []
  if (count !== undefined) return valid(now - Number(count) * (MINUTES[unit.charAt(0)] ?? Number.NaN) * 60_000)
  const [, date, time = '00:00', zone = ''] = SHORT.exec(value) ?? []
  return parseTimestamp(date === undefined ? value : `${date}T${time}:00${zone}`)?.getTime()
}

const valid = (time: number): number | undefined => (Number.isNaN(time) ? undefined : time)
