/**
 * A form of output: takes records one at a time and returns output when it is ready.
 *
 * @module
 */
import type { Shown } from './shown.js'

/** A form of output. What its functions return is written at once, in that order. */
export interface Form<Piece extends string | Uint8Array = string | Uint8Array> {
  readonly begin: () => string
  readonly record: (shown: Shown) => Piece
  /** Returns what `record` returns in pieces, of a form in which a line may be several times as long as its record. */
  readonly pieces?: (shown: Shown) => Iterable<Piece>
  readonly end: () => string
  /** The number of records that were written below a later one, of a form that sorts them by time. */
  readonly misplaced?: () => number
  /** What separates the records of two files that are written apart, as threads write them. */
  readonly between?: string
}
