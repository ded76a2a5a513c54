/**
 * What was in an envelope: records, objects that hold records, a notice that is neither data nor an error, or something that cannot be read.
 *
 * @module
 */
import type { EnvelopeIssue } from './issue.js'

/**
 * What delivered a message: the outermost envelope. `log` is no envelope but what CloudTrail itself writes: a log file as a value, a list of
 * records, one record, or a digest. `trail-notice` is CloudTrail's own notice of new log files.
 *
 * @category sources
 * @since 0.1.0
 */
export type EnvelopeKind =
  | 'sqs'
  | 'sns'
  | 's3'
  | 'eventbridge'
  | 'cloudwatch-logs'
  | 'firehose'
  | 'kinesis'
  | 'lookup-events'
  | 'athena-rows'
  | 'lake-rows'
  | 'trail-notice'
  | 'log'
  | 'unknown'

/**
 * An object in S3 that an envelope speaks of.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailObject {
  /** The bucket. It comes from the message: read only from buckets you know. */
  readonly bucket: string
  /** The key as `GetObject` takes it: decoded where S3 encodes it. `parseTrailKey` takes it apart. */
  readonly key: string
  /** The version, if the bucket has versions. */
  readonly version?: string
  /** The stored size in bytes. */
  readonly size?: number
  /** The bucket's region. */
  readonly region?: string
}

/**
 * Messages that are neither data nor an error: to be acknowledged, and nothing else.
 *
 * - `test-event`: S3 sends it when notifications are set up.
 * - `validation-message`: CloudTrail sends it when a topic is set up for a trail.
 * - `subscription-confirmation`, `unsubscribe-confirmation`: of SNS, to HTTP endpoints and queues.
 * - `control-message`: CloudWatch Logs asks whether the destination can be reached.
 * - `digest`: a digest file, or the notice of one. It lists log files and has no records.
 * - `other-object-event`: an object was deleted, restored, tagged; nothing new is to be read.
 *
 * @category sources
 * @since 0.1.0
 */
export type NoticeName =
  | 'test-event'
  | 'validation-message'
  | 'subscription-confirmation'
  | 'unsubscribe-confirmation'
  | 'control-message'
  | 'digest'
  | 'other-object-event'

/**
 * What a message holds.
 *
 * @category sources
 * @since 0.1.0
 */
export type DeliveryContent =
  | {
      /** Records, to be decoded by `decodeRecord`. */
      readonly kind: 'records'
      /** Raw values in the order of the message: the very values where they were values, parsed where they were JSON in a string. */
      readonly records: ReadonlyArray<unknown>
      /** What to know of these records: `LOSSY_SOURCE` or `BROKEN_JSON` of a column, `TRAILING_BYTES` behind gzipped data; mostly empty. */
      readonly issues: ReadonlyArray<EnvelopeIssue>
    }
  | {
      /** Objects to fetch, to be read by `decodeLog`. */
      readonly kind: 'objects'
      /** At least one, but for a message that lists none. */
      readonly objects: ReadonlyArray<TrailObject>
    }
  | {
      /** Neither data nor an error. */
      readonly kind: 'notice'
      /** Which. */
      readonly notice: NoticeName
      /** The objects it speaks of: digest files, deleted objects. */
      readonly objects: ReadonlyArray<TrailObject>
    }
  | {
      /** Not what AWS delivers of CloudTrail, or damaged. */
      readonly kind: 'unreadable'
      /** Why: at least one. */
      readonly issues: ReadonlyArray<EnvelopeIssue>
    }

/**
 * One message. A message that holds several kinds of content, such as records beside one that is damaged, is several deliveries in a row with the same
 * `messageId`.
 *
 * @category sources
 * @since 0.1.0
 */
export interface Delivery {
  /** What delivered it: the outermost envelope. */
  readonly source: EnvelopeKind
  /**
   * What the source calls the message, for `batchItemFailures` and the like: SQS's and SNS's message id, EventBridge's id, the sequence number of
   * Kinesis, the record id of Firehose. Absent where there is none.
   */
  readonly messageId?: string
  /** What is in it. */
  readonly content: DeliveryContent
}
