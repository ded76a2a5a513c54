/**
 * Three-valued predicates on records, with what an index over bytes can use of them. Readers accept them; the filter
 * language makes them.
 *
 * @module
 */
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import type { CloudTrailRecord } from './record.js'

/**
 * The verdict of a predicate about a record: `YES`, `NO`, or `UNKNOWN` where the record does not decide, because a
 * payload was omitted, a value redacted, a call denied without its names, or a member does not conform.
 *
 * @category decoding
 * @since 0.1.0
 */
export type Verdict = 'YES' | 'NO' | 'UNKNOWN'

/**
 * What all records have in common for which the predicate is not `NO`, as data: enough to skip a record by its names
 * and its time alone. A record is skipped only if it has the member and its value is outside; a missing or invalid
 * member never counts against it.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface IndexHint {
  /** The only values of `eventSource`. */
  readonly sources?: ReadonlyArray<string>
  /** The only values of `eventName`, in which `*` matches any characters. */
  readonly names?: ReadonlyArray<string>
  /** The earliest `eventTime`, in milliseconds since 1970, inclusive. */
  readonly from?: number
  /** The end of `eventTime`, in milliseconds since 1970, exclusive. */
  readonly to?: number
}

/**
 * Why a predicate cannot decide a record.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface UnknownReason {
  /** The field of the filter that cannot decide; empty where the record cannot be read at all. */
  readonly field: string
  /** What is missing, as a `ResourceGapKind`: `OMITTED`, `REDACTED`, `DENIED`, `ABSENT` and so on. */
  readonly kind: string
  /** Where it would be, from the record's root. */
  readonly path: ReadonlyArray<string | number>
}

/**
 * A three-valued predicate on records. Readers keep what is `YES` or `UNKNOWN`, and mark which.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface RecordPredicate {
  /** Decides one decoded record. It never throws. */
  readonly test: (record: CloudTrailRecord | NonconformingRecord) => Verdict
  /** Returns why `test` returns `UNKNOWN` for a record; empty where it decides. */
  readonly explain?: (record: CloudTrailRecord | NonconformingRecord) => ReadonlyArray<UnknownReason>
  /** What an index over bytes can use; without it every record is parsed. */
  readonly index?: IndexHint
}
