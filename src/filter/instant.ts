/**
 * Times as texts: those of records, and those that people give. All are UTC unless they say otherwise.
 *
 * @module
 */

const LONGEST = 40

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/

const AGO = /^(\d{1,6})([mhd])$/

const MINUTE = 60_000

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 24 * 60 }

/**
 * The time a member of a record tells, in milliseconds since 1970: ISO 8601 to the second or finer, with `T` or a space, as `eventTime` and the
 * ends of a `timeWindow` are written. `undefined` for all else.
 */
export function instantOf(value: unknown): number | undefined {
  return typeof value === 'string' ? isoTime(value, true) : undefined
}

/** The time a text means for a person: a date (its first moment), a date with a time, or a time before `now`. */
export function timeOf(text: string, now: number): number | undefined {
  const [, count, unit = ''] = (text.length <= LONGEST && AGO.exec(text)) || []
  if (count === undefined) return isoTime(text, false)
  const time = now - Number(count) * (MINUTES[unit] ?? Number.NaN) * MINUTE
  return Number.isNaN(time) ? undefined : time
}

function isoTime(text: string, toTheSecond: boolean): number | undefined {
  const match = text.length <= LONGEST ? ISO.exec(text) : null
  if (match === null || (toTheSecond && match[6] === undefined)) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((part) => Number(part ?? 0))
  const [fraction = '', sign, zoneHour = 0, zoneMinute = 0] = match.slice(7)
  const time = Date.UTC(year, month - 1, day, hour, minute, second, Number(fraction.padEnd(3, '0').slice(0, 3)))
  // A day, an hour or a minute that does not exist runs over into the next.
  const given = `${text.slice(0, 10)}T${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`
  if (!new Date(time).toISOString().startsWith(given) || Number(zoneHour) > 23 || Number(zoneMinute) > 59) return undefined
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * MINUTE
  return sign === '-' ? time + offset : time - offset
}
