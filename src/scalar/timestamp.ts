/**
 * Timestamps inside parameters. CloudTrail writes them in at least seven forms, all of them UTC.
 *
 * @module
 */

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'

/** `Jan 22, 2021 12:46:28 AM`, also with a comma after the year, also with U+202F before AM. */
const ENGLISH = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})[ \u202f]([AP]M)$/

/**
 * ISO 8601, extended or basic, with 0 to 9 digits of a fraction, and with `Z`, an offset, or neither. Athena, Spark and
 * others write a space instead of the T, and so do 117 public records that went through tables.
 */
const ISO = /^(\d{4})-?(\d{2})-?(\d{2})[T ](\d{2}):?(\d{2}):?(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))?$/

const LONGEST = 40

/** Seconds since 1970 reach this in the year 5138; milliseconds passed it in 1973. */
const FIRST_MILLISECONDS = 1e11

const LAST_MILLISECONDS = 8.64e15

const MINUTE = 60_000

/**
 * Parses a timestamp in any of the forms that CloudTrail writes inside parameters: `Jan 22, 2021 12:46:28 AM`, the same
 * with a comma after the year or with U+202F before AM or PM, ISO with 0 to 9 digits of a fraction, ISO with `+0000`,
 * milliseconds since 1970, seconds since 1970 with a fraction; and the form of tables, `2021-01-22 00:46:28.000`. All
 * are UTC. Digits beyond milliseconds are cut off.
 *
 * @param value - A member of a payload, or anything else.
 * @returns The time, or `undefined` if the value has none of these forms or the time does not exist, such as February
 * 30.
 *
 * @example
 * import { parseTimestamp } from 'glue-trail'
 *
 * assert.strictEqual(parseTimestamp('Jan 22, 2021 12:46:28 AM')?.toISOString(), '2021-01-22T00:46:28.000Z')
 * assert.strictEqual(parseTimestamp('2021-01-22 00:46:28.000')?.toISOString(), '2021-01-22T00:46:28.000Z')
 * assert.strictEqual(parseTimestamp(1611276388.5)?.toISOString(), '2021-01-22T00:46:28.500Z')
 * assert.strictEqual(parseTimestamp('Feb 30, 2021 12:46:28 AM'), undefined)
 *
 * @category insights
 * @since 0.1.0
 */
export function parseTimestamp(value: unknown): Date | undefined {
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'string' || value.length > LONGEST) return undefined
  return ofIso(value) ?? ofEnglish(value)
}

function ofNumber(value: number): Date | undefined {
  // Rounded to microseconds first, because 1611276388.123 * 1000 is slightly too small.
  const milliseconds = Math.floor(value < FIRST_MILLISECONDS ? Math.round(value * 1e6) / 1e3 : value)
  return value >= 0 && milliseconds <= LAST_MILLISECONDS ? new Date(milliseconds) : undefined
}

function ofIso(content: string): Date | undefined {
  const [whole, year, month, day, hour, minute, second, fraction = '', sign, hours, minutes] = ISO.exec(content) ?? []
  if (whole === undefined || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return undefined
  const time = utc([year, month, day, hour, minute, second].map(Number))
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -MINUTE : MINUTE)
  return time === undefined ? undefined : new Date(time + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset)
}

function ofEnglish(content: string): Date | undefined {
  const [whole, name = '', day, year, hour, minute, second, half] = ENGLISH.exec(content) ?? []
  const month = MONTHS.indexOf(name) / 3 + 1
  if (whole === undefined || !Number.isInteger(month) || Number(hour) < 1 || Number(hour) > 12) return undefined
  const time = utc([Number(year), month, Number(day), (Number(hour) % 12) + (half === 'PM' ? 12 : 0), Number(minute), Number(second)])
  return time === undefined ? undefined : new Date(time)
}

/**
 * Returns milliseconds since 1970, or `undefined` if a part is out of its range: then the date has other parts than it
 * was made from.
 */
function utc([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: ReadonlyArray<number>): number | undefined {
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  const same =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second
  return same ? time : undefined
}
