/**
 * Times as people give them to a filter. All are UTC unless they have an offset.
 *
 * @module
 */
import { parseTimestamp } from '../scalar/timestamp.js'

const LONGEST = 40

/** A date, or a date and a time without seconds: what `parseTimestamp` does not read, because CloudTrail never writes it. */
const SHORT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})?)?$/

const AGO = /^(\d{1,6})([mhd])$/

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 }

/**
 * Parses a time given by a user into milliseconds since 1970: a time before `now` such as `24h`, a date (its first moment), or a date with a time in
 * any form that `parseTimestamp` reads.
 */
export function parseFilterTime(value: string, now: number): number | undefined {
  if (value.length > LONGEST) return undefined
  const [, count, unit = ''] = AGO.exec(value) ?? []
  if (count !== undefined) {
    const time = now - Number(count) * (MINUTES[unit] ?? Number.NaN) * 60_000
    return Number.isNaN(time) ? undefined : time
  }
  const [, date, time = '00:00', zone = ''] = SHORT.exec(value) ?? []
  return parseTimestamp(date === undefined ? value : `${date}T${time}:00${zone}`)?.getTime()
}
