/**
 * What a form of output is: records come one at a time, and text goes out when it is ready.
 *
 * @module
 */
import type { DecodeIssue } from '../codec/issue.js'
import type { DepartingRecord } from '../generated/record/departing-record.js'

/** A record that is to be shown. */
export interface Shown {
  readonly record: DepartingRecord
  /** Where it departs from the model; empty where it does not. */
  readonly issues: ReadonlyArray<DecodeIssue>
  /** Whether the filter is sure of it. */
  readonly match: 'yes' | 'unknown'
  /** The bytes of the record in its file. */
  readonly bytes: Uint8Array
  readonly file: string
  /** Its place in the file, from 0. */
  readonly index: number
}

/** A form of output. What its functions answer is written at once, and one after the other. */
export interface Form {
  readonly begin: () => string
  readonly record: (shown: Shown) => string
  readonly end: () => string
}
