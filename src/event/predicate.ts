/**
 * A question about records that has three answers, and what of it an index over bytes can decide. Whoever reads records takes one; the filter
 * language makes them.
 *
 * @module
 */
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import type { CloudTrailRecord } from './record.js'

/**
 * The answer to a question about a record: `yes`, `no`, or `unknown` where the record does not tell, because a payload was omitted, a value
 * hidden, a call denied without its names, or a member departs from the model.
 *
 * @category decoding
 * @since 0.1.0
 */
export type Verdict = 'YES' | 'NO' | 'UNKNOWN'

/**
 * What every record that is not a clear `no` has in common, as data: enough to pass over a record by its names and its time alone. A
 * record is passed over only where it has the member and the member falls outside; a missing or odd member never counts against it.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface IndexHint {
  /** The only values of `eventSource`. */
  readonly sources?: ReadonlyArray<string>
  /** The only values of `eventName`, in which `*` stands for any characters. */
  readonly names?: ReadonlyArray<string>
  /** The earliest `eventTime`, in milliseconds since 1970, inclusive. */
  readonly from?: number
  /** The end of `eventTime`, in milliseconds since 1970, exclusive. */
  readonly to?: number
}

/**
 * A three-valued question about records, as a value. Readers keep what is `yes` or `unknown`, and say which.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface RecordPredicate {
  /** Answers for one record that was decoded. It never throws. */
  readonly test: (record: CloudTrailRecord | NonconformingRecord) => Verdict
  /** What an index over bytes can use; without it every record is parsed. */
  readonly index?: IndexHint
}
