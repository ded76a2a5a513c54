/**
 * Rows in the order of time, of all files together. CloudTrail's files are not sorted, and those of regions and
 * accounts cover the same time.
 *
 * @module
 */

/** A row and its time in milliseconds since 1970, or `Infinity` where the record has none. */
export interface TimedRow {
  readonly time: number
}

/** The fewest rows of which the earliest comes next; twice as many are the most that are held. */
const WINDOW = 25_000

/** Sorts rows within a window. Rows of the same time keep their order, and those without a time come last. */
export class RowOrder<A extends TimedRow> {
  /** The number of rows that follow a later one, because the window was too small. */
  misplaced = 0
  private held: Array<A> = []
  private latest = Number.NEGATIVE_INFINITY

  /**
   * Creates an empty order.
   *
   * @param window - The fewest rows of which the earliest comes next.
   */
  constructor(private readonly window = WINDOW) {}

  /** Adds a row, and returns the rows that come next: none until the window is full. */
  add(row: A): ReadonlyArray<A> {
    this.held.push(row)
    return this.held.length < 2 * this.window ? [] : this.taken(this.window)
  }

  /** Returns the rows that are left. */
  end(): ReadonlyArray<A> {
    return this.taken(this.held.length)
  }

  private taken(count: number): ReadonlyArray<A> {
    const sorted = this.held.sort(byTime)
    this.held = sorted.slice(count)
    const rows = sorted.slice(0, count)
    for (const { time } of rows) {
      if (time < this.latest) this.misplaced++
      // After a row without a time, others are still in order.
      else if (time !== Number.POSITIVE_INFINITY) this.latest = time
    }
    return rows
  }
}

/** Compares rows by time. */
export const byTime = (a: TimedRow, b: TimedRow): number => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)
