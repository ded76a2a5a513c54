/**
 * The results of a scan for records, as numbers: a row for each record, and the state to continue from. The scanners in
 * WebAssembly and in JavaScript read and write the same numbers, so that one can continue where the other stopped.
 *
 * Records are objects of a list, separated by commas, or objects on lines. A scan stops before anything else: a value
 * that is not an object, bytes after an object without a comma, or invalid bytes within one. The caller falls back to
 * the slow path.
 *
 * @module
 */

/** How many numbers a row has. */
export const ROW_LENGTH = 9

/**
 * Indices in a row: where the record begins and ends, flags, and where each value begins and ends, without its quotes.
 */
export const START = 0
export const END = 1
export const FLAGS = 2
export const EVENT_SOURCE = 3
export const EVENT_NAME = 5
export const EVENT_TIME = 7

/**
 * Some values of the record are unknown: an escape in a name, a value that is not a plain string, or a value cut at the
 * end of the bytes.
 */
export const UNSURE = 1
/** The record may have a number of sixteen digits or more, or with an exponent. */
export const LONG_DIGITS = 2
/** The record has a member `Records`, or a string that looks like that name. */
export const HAS_RECORDS = 4
/** The record may have characters that are not ASCII. */
export const NON_ASCII = 8

/**
 * A name of the record has an escape: it may be `Records`. Unlike `UNSURE`, this does not depend on where a scan
 * pauses.
 */
export const ESCAPED_NAME = 16

/** The most rows of one scan. */
export const CAPACITY = 448

/** The position of a scan: before a record, within it, or after it. */
export const BEFORE = 0
export const INSIDE = 1
export const AFTER = 2

/**
 * Why a scan stopped: at the end of the bytes, with all rows used, at something other than a record, or at the end of
 * the list.
 */
export const MORE = 0
export const FULL = 1
export const ODD = 2
export const LAST = 3

/** Indices in a state. The current row begins at `ROW`. */
export const MODE = 0
export const DEPTH = 1
export const IN_STRING = 2
export const ESCAPED = 3
export const SEPARATOR = 4
export const STOP = 5
export const COUNT = 6
export const ROW = 7

/** What a scan knows of the bytes before, and what it returns. */
export type ScanState = Float64Array

/** Returns the state of a new scan for records with this separator: a comma in a list, or a new line. */
export function scanState(separator: number): ScanState {
  const state = new Float64Array(ROW + ROW_LENGTH)
  state[SEPARATOR] = separator
  return state
}

/** A scanner of either kind. */
export interface Scanner {
  /**
   * Scans the bytes from `from` to `to`, or some of them. Returns where it stopped. Rows count offsets; the first of
   * the bytes is at offset `origin`. `isLast` if nothing follows `to`.
   */
  readonly scan: (bytes: Uint8Array, from: number, to: number, isLast: boolean, origin: number, state: ScanState) => number
  /** The rows of the last scan, `COUNT` of them. */
  readonly rows: Float64Array
}
