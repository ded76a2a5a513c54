/**
 * The earliest of many rows, in the order of time, however many rows come.
 *
 * @module
 */
import { byTime, type TimedRow } from './row-order.js'

/** Keeps the earliest rows. Of rows of the same time, those that came first are kept. */
export class EarliestRows<A extends TimedRow> {
  /** How many rows came. */
  count = 0
  private held: Array<A> = []
  /** No row of this time or later is kept. */
  private end = Number.POSITIVE_INFINITY

  /**
   * Creates an empty list.
   *
   * @param most - The most rows that are kept; twice as many are the most that are held.
   */
  constructor(private readonly most: number) {}

  /** Adds a row, which is made only where it may be kept. */
  add(time: number, rowOf: () => A): void {
    this.count++
    if (this.held.length >= this.most && time >= this.end) return
    this.held.push(rowOf())
    if (this.held.length < 2 * this.most) return
    this.held = [...this.rows()]
    this.end = this.held.at(-1)?.time ?? Number.NEGATIVE_INFINITY
  }

  /** Returns the earliest rows. */
  rows(): ReadonlyArray<A> {
    return this.held.sort(byTime).slice(0, this.most)
  }
}
