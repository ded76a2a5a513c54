/**
 * What a form of output is: records come one at a time, and text goes out when it is ready.
 *
 * @module
 */
import type { Shown } from './shown.js'

/** A form of output. What its functions answer is written at once, and one after the other. */
export interface Form {
  readonly begin: () => string
  readonly record: (shown: Shown) => string
  readonly end: () => string
  /** What stands between the records of two files that were written apart, as threads write them. */
  readonly between?: string
}
