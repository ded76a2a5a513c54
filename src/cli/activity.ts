/**
 * Activity over time: calls counted by minute, and minutes gathered into stretches of a length that suits the whole.
 *
 * @module
 */

/** Calls of a time. */
export interface Count {
  calls: number
  failed: number
}

/** Calls of a stretch of time. */
export interface Stretch extends Readonly<Count> {
  /** When it begins. */
  readonly from: Date
}

/** Activity in stretches of one length, those without a call among them. */
export interface Activity {
  /** The length of each stretch in minutes. */
  readonly minutes: number
  readonly stretches: ReadonlyArray<Stretch>
}

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

const LENGTHS = [1, 5, 15, HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY, 364 * DAY]

/** The minute that a time is in, in minutes since 1970. */
export const minuteOf = (time: number): number => Math.floor(time / MINUTE)

/**
 * The shortest stretches of which there are no more than `most`.
 *
 * @param counts - Counts by minute, as `minuteOf` has them.
 * @param most - How many stretches there may be.
 */
export function activityOf(counts: ReadonlyMap<number, Readonly<Count>>, most: number): Activity {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const minute of counts.keys()) {
    first = Math.min(first, minute)
    last = Math.max(last, minute)
  }
  if (first > last) return { minutes: 1, stretches: [] }
  const placesOf = (minutes: number): number => Math.floor(last / minutes) - Math.floor(first / minutes) + 1
  const minutes = LENGTHS.find((length) => placesOf(length) <= most) ?? LENGTHS.at(-1) ?? 1
  const begin = Math.floor(first / minutes)
  const sums = Array.from({ length: placesOf(minutes) }, (): Count => ({ calls: 0, failed: 0 }))
  for (const [minute, { calls, failed }] of counts) {
    const sum = sums[Math.floor(minute / minutes) - begin]
    if (sum === undefined) continue
    sum.calls += calls
    sum.failed += failed
  }
  return { minutes, stretches: sums.map((sum, i) => ({ from: new Date((begin + i) * minutes * MINUTE), ...sum })) }
}
