/**
 * Times as digests and names of files have them: whole seconds, in UTC.
 *
 * @module
 */

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

/** A day in seconds. */
export const DAY = 24 * 3600

/**
 * Parses a digest's time, such as `2024-05-01T12:00:00Z`, into seconds; `undefined` where a string is something else.
 */
export function secondsOf(time: string): number | undefined {
  if (time.length !== 20 || !TIME.test(time)) return undefined
  const ms = Date.parse(time)
  // Date.parse reads the 31st of June as the 1st of July.
  return Number.isNaN(ms) || isoOfSeconds(ms / 1000) !== time ? undefined : ms / 1000
}

/** Returns seconds as a digest writes them. */
export const isoOfSeconds = (seconds: number): string => `${new Date(1000 * seconds).toISOString().slice(0, 19)}Z`

/**
 * Parses a time given by the caller, in any form that `Date` reads, into seconds. Throws a `TypeError` if it is
 * invalid.
 */
export function secondsFrom(time: string | Date, name: string): number {
  const ms = time instanceof Date ? time.getTime() : Date.parse(time)
  if (Number.isNaN(ms)) throw new TypeError(`${name}: expected a time, received something else`)
  return Math.floor(ms / 1000)
}
