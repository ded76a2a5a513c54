/**
 * What a scan for records tells, in numbers: a row for each record, and what it must know to go on. Both scanners, the one in WebAssembly and the one in
 * JavaScript, read and write the same numbers, so that one may go on where the other stopped.
 *
 * Records are the objects of a list, a comma between them, or of lines. A scan stops in front of all else: what is no object, what follows an object
 * without a comma, what is odd within one. Whoever scans reads that in another way.
 *
 * @module
 */

/** How many numbers a row has. */
export const ROW_LENGTH = 9

/** The places in a row: where the record begins and ends, flags, and where each value begins and ends, without its quotes. */
export const START = 0
export const END = 1
export const FLAGS = 2
export const EVENT_SOURCE = 3
export const EVENT_NAME = 5
export const EVENT_TIME = 7

/** The values of the record are not all known: an escape among its names, a value that is no plain string, or one that the bytes seen so far cut. */
export const UNSURE = 1
/** There may be a number of sixteen digits in the record, or more. */
export const LONG_DIGITS = 2
/** The record has a member `Records`, or a text that looks like its name. */
export const HAS_RECORDS = 4
/** There may be characters in the record that are not ASCII. */
export const NON_ASCII = 8

/** Rows that one scan gives at most. */
export const CAPACITY = 448

/** Where a scan stands: in front of a record, within it, or behind it. */
export const BEFORE = 0
export const INSIDE = 1
export const AFTER = 2

/** Why a scan stopped: at the end of the bytes, at so many rows, at something else than it looks for, or at the end of the list. */
export const MORE = 0
export const FULL = 1
export const ODD = 2
export const LAST = 3

/** The places in a state. The row that is being made begins at `ROW`. */
export const MODE = 0
export const DEPTH = 1
export const IN_STRING = 2
export const ESCAPED = 3
export const SEPARATOR = 4
export const STOP = 5
export const COUNT = 6
export const ROW = 7

/** What a scan knows of the bytes before, and what it answers. */
export type ScanState = Float64Array

/** A scan that has not begun, for records with this byte between them: a comma in a list, a new line. */
export function scanState(separator: number): ScanState {
  const state = new Float64Array(ROW + ROW_LENGTH)
  state[SEPARATOR] = separator
  return state
}

/** A scanner of either kind. */
export interface Scanner {
  /**
   * Scans the bytes of a text from `from` to `to`, or some of them, and answers how far it came. The text's first byte stands at `origin` of what rows
   * count in. Where nothing follows behind `to`, it is the last.
   */
  readonly scan: (bytes: Uint8Array, from: number, to: number, isLast: boolean, origin: number, state: ScanState) => number
  /** The rows of the last scan, `COUNT` of them. */
  readonly rows: Float64Array
}
