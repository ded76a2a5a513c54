/**
 * Activity over time: calls counted in intervals of a minute, or longer where there would be too many.
 *
 * @module
 */

/** Calls of an interval. */
export interface Count {
  calls: number
  failed: number
}

/** Counts by interval, as plain data. */
export interface Timeline {
  /** The length of an interval in minutes. */
  minutes: number
  /** By the number of the interval since 1970. */
  counts: Map<number, Count>
}

/** An interval with calls or without. */
export interface Interval extends Readonly<Count> {
  /** When it begins. */
  readonly from: Date
}

/** Activity in intervals of one length, those without a call among them. */
export interface Activity {
  /** The length of each interval in minutes. */
  readonly minutes: number
  readonly intervals: ReadonlyArray<Interval>
}

const MINUTE = 60_000
const HOUR = 60
const DAY = 24 * HOUR

/** Each is a multiple of the one before. */
const LENGTHS = [1, 5, 15, HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY, 364 * DAY]

/**
 * A timeline has at most this many intervals. It loses nothing when it changes to the next length: so many intervals
 * span so much time that the report, which has far fewer, has longer ones.
 */
const MOST_COUNTED = 4096

/** Returns an empty timeline. */
export const emptyTimeline = (): Timeline => ({ minutes: 1, counts: new Map() })

const longer = (minutes: number): number => LENGTHS.find((length) => length > minutes) ?? 2 * minutes

/** Counts a call at a time, in milliseconds since 1970. */
export function countAt(timeline: Timeline, time: number, failed: boolean): void {
  addAt(timeline, Math.floor(time / MINUTE / timeline.minutes), { calls: 1, failed: failed ? 1 : 0 })
}

/** Adds what another timeline counted. */
export function addTimeline(timeline: Timeline, { minutes, counts }: Timeline): void {
  while (timeline.minutes < minutes) lengthen(timeline)
  for (const [interval, count] of counts) addAt(timeline, Math.floor((interval * minutes) / timeline.minutes), count)
}

function addAt(timeline: Timeline, interval: number, { calls, failed }: Readonly<Count>): void {
  const known = timeline.counts.get(interval)
  if (known !== undefined) {
    known.calls += calls
    known.failed += failed
    return
  }
  timeline.counts.set(interval, { calls, failed })
  while (timeline.counts.size > MOST_COUNTED) lengthen(timeline)
}

function lengthen(timeline: Timeline): void {
  const { minutes, counts } = timeline
  timeline.minutes = longer(minutes)
  timeline.counts = new Map()
  for (const [interval, count] of counts) addAt(timeline, Math.floor((interval * minutes) / timeline.minutes), count)
}

/** Returns the activity in the shortest intervals of which there are at most `most`. */
export function activityOf({ minutes: counted, counts }: Timeline, most: number): Activity {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const interval of counts.keys()) {
    first = Math.min(first, interval)
    last = Math.max(last, interval)
  }
  if (first > last) return { minutes: counted, intervals: [] }
  const at = (interval: number, minutes: number): number => Math.floor((interval * counted) / minutes)
  const howMany = (minutes: number): number => at(last, minutes) - at(first, minutes) + 1
  let minutes = counted
  while (howMany(minutes) > most) minutes = longer(minutes)
  const begin = at(first, minutes)
  const sums = Array.from({ length: howMany(minutes) }, (): Count => ({ calls: 0, failed: 0 }))
  for (const [interval, { calls, failed }] of counts) {
    const sum = sums[at(interval, minutes) - begin]
    if (sum === undefined) continue
    sum.calls += calls
    sum.failed += failed
  }
  return { minutes, intervals: sums.map((sum, i) => ({ from: new Date((begin + i) * minutes * MINUTE), ...sum })) }
}
