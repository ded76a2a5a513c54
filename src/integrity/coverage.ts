/**
 * Coverage: which seconds of a range are proven. Each has exactly one label, the worst that applies.
 *
 * @module
 */
import type { ProblemCode } from './problem.js'

/**
 * What is known of a time, worst first: a file fails, digests are gone, digests are due and not there, files cannot be
 * proven, validation was off, no digest covers it, a digest may still come, and all is proven.
 *
 * @category integrity
 * @since 0.1.0
 */
export type Label = 'INVALID' | 'MISSING' | 'OVERDUE' | 'UNPROVEN' | 'VALIDATION_OFF' | 'UNCOVERED' | 'PENDING' | 'VERIFIED'

/** Labels, worst first. */
export const LABELS: ReadonlyArray<Label> = [
  'INVALID',
  'MISSING',
  'OVERDUE',
  'UNPROVEN',
  'VALIDATION_OFF',
  'UNCOVERED',
  'PENDING',
  'VERIFIED',
]

/** A time of one label, in seconds. */
export interface Interval {
  readonly from: number
  readonly to: number
  readonly label: Label
  /** Which problems it has, sorted. */
  readonly codes: ReadonlyArray<ProblemCode>
  /** How many digests end in it. */
  readonly digests: number
}

/** Intervals of a shard, as they are found. Neighbours of one label are one, so that an intact year is one interval. */
export class Coverage {
  private readonly intervals: Array<Interval>

  constructor(intervals: ReadonlyArray<Interval> = []) {
    this.intervals = [...intervals]
  }

  add(interval: Interval): void {
    const last = this.intervals.at(-1)
    if (last !== undefined && last.label === interval.label && last.to === interval.from) {
      this.intervals[this.intervals.length - 1] = joined(last, interval)
    } else if (interval.from < interval.to) {
      this.intervals.push(interval)
    }
  }

  /** What was added. */
  list(): ReadonlyArray<Interval> {
    return this.intervals
  }

  /** Where the first interval begins. */
  start(): number | undefined {
    return this.intervals.length === 0
      ? undefined
      : this.intervals.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY)
  }

  /** Cuts the range into segments that touch: the worst label wins, and what nothing covers is UNCOVERED. */
  segments(from: number, to: number): ReadonlyArray<Interval> {
    const clipped = this.intervals
      .filter((one) => one.from < to && one.to > from)
      .map((one) => ({ ...one, from: Math.max(from, one.from), to: Math.min(to, one.to) }))
    const cuts = [...new Set([from, to, ...clipped.flatMap((one) => [one.from, one.to])])].sort((a, b) => a - b)
    const byStart = [...clipped].sort((a, b) => a.from - b.from)
    const segments: Array<Interval> = []
    let open: Array<(typeof clipped)[number]> = []
    let next = 0
    for (let i = 0; i + 1 < cuts.length; i++) {
      const start = cuts[i] as number
      const end = cuts[i + 1] as number
      open = open.filter((one) => one.to > start)
      for (let one = byStart[next]; one !== undefined && one.from <= start; one = byStart[++next]) open.push(one)
      const label = open.reduce<Label>((worst, one) => worstOf(worst, one.label), open.length === 0 ? 'UNCOVERED' : 'VERIFIED')
      const piece: Interval = {
        from: start,
        to: end,
        label,
        codes: union(open.filter((one) => one.label === label).map(({ codes }) => codes)),
        digests: open.reduce((sum, one) => sum + (one.to === end ? one.digests : 0), 0),
      }
      const last = segments.at(-1)
      if (last !== undefined && last.label === label) segments[segments.length - 1] = joined(last, piece)
      else segments.push(piece)
    }
    return segments
  }
}

/** Returns the worse of two labels. */
export const worstOf = (a: Label, b: Label): Label => (LABELS.indexOf(a) <= LABELS.indexOf(b) ? a : b)

const joined = (a: Interval, b: Interval): Interval => ({
  from: a.from,
  to: b.to,
  label: a.label,
  codes: b.codes.length === 0 ? a.codes : union([a.codes, b.codes]),
  digests: a.digests + b.digests,
})

const union = (lists: ReadonlyArray<ReadonlyArray<ProblemCode>>): ReadonlyArray<ProblemCode> => [...new Set(lists.flat())].sort()
