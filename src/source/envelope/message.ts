/**
 * What a delivered message holds: records, objects that hold records, a notice that is neither data nor an error, or
 * something that cannot be read.
 *
 * @module
 */
import type { EnvelopeIssue } from './issue.js'

/**
 * What delivered a message: the outermost envelope. `LOG` is no envelope but what CloudTrail itself writes: a log file
 * as a value, a list of records, one record, or a digest. `TRAIL_NOTICE` is CloudTrail's own notice of new log files.
 *
 * @category sources
 * @since 0.1.0
 */
export type EnvelopeKind =
  | 'SQS'
  | 'SNS'
  | 'S3'
  | 'EVENTBRIDGE'
  | 'CLOUDWATCH_LOGS'
  | 'FIREHOSE'
  | 'KINESIS'
  | 'KAFKA'
  | 'LOOKUP_EVENTS'
  | 'ATHENA_ROWS'
  | 'LAKE_ROWS'
  | 'TRAIL_NOTICE'
  | 'LOG'
  | 'UNKNOWN'

/**
 * An object in S3 that an envelope names.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailObject {
  /** The bucket. It comes from the message: read only from buckets you know. */
  readonly bucket: string
  /** The key as `GetObject` takes it, decoded where S3 encodes it. `parseTrailKey` takes it apart. */
  readonly key: string
  /** The version, if the bucket has versions. */
  readonly version?: string
  /** The stored size in bytes. */
  readonly size?: number
  /** The bucket's region. */
  readonly region?: string
}

/**
 * Messages that are neither data nor an error: acknowledge them and do nothing else.
 *
 * - `TEST_EVENT`: S3 sends it when notifications are set up.
 * - `VALIDATION_MESSAGE`: CloudTrail sends it when a topic is set up for a trail.
 * - `SUBSCRIPTION_CONFIRMATION`, `UNSUBSCRIBE_CONFIRMATION`: SNS sends them to HTTP endpoints and queues.
 * - `CONTROL_MESSAGE`: CloudWatch Logs checks whether the destination can be reached.
 * - `DIGEST`: a digest file, or the notice of one. It lists log files and has no records.
 * - `OTHER_OBJECT_EVENT`: an object was deleted, restored or tagged; there is nothing new to read.
 * - `OTHER_EVENT`: an event of an AWS service in EventBridge that is no CloudTrail record, such as a change of state.
 *
 * @category sources
 * @since 0.1.0
 */
export type NoticeName =
  | 'TEST_EVENT'
  | 'VALIDATION_MESSAGE'
  | 'SUBSCRIPTION_CONFIRMATION'
  | 'UNSUBSCRIBE_CONFIRMATION'
  | 'CONTROL_MESSAGE'
  | 'DIGEST'
  | 'OTHER_OBJECT_EVENT'
  | 'OTHER_EVENT'

/**
 * One kind of content of a message.
 *
 * @category sources
 * @since 0.1.0
 */
export type MessageContent =
  | {
      /** Records, to be decoded by `decodeRecord`. */
      readonly kind: 'RECORDS'
      /**
       * Raw values in the order of the message: the very values where they were values, parsed where they were JSON in
       * a string.
       */
      readonly records: ReadonlyArray<unknown>
      /**
       * What to know of these records: `LOSSY_SOURCE` or `BROKEN_JSON` of a column, `TRAILING_BYTES` after gzipped
       * data; mostly empty.
       */
      readonly issues: ReadonlyArray<EnvelopeIssue>
    }
  | {
      /** Objects to fetch, to be read by `decodeLog`. */
      readonly kind: 'OBJECTS'
      /** At least one, except for a message that lists none. */
      readonly objects: ReadonlyArray<TrailObject>
    }
  | {
      /** Neither data nor an error. */
      readonly kind: 'NOTICE'
      /** Which notice. */
      readonly notice: NoticeName
      /** The objects it names: digest files, deleted objects. */
      readonly objects: ReadonlyArray<TrailObject>
    }
  | {
      /** Not what AWS delivers of CloudTrail, or damaged. */
      readonly kind: 'UNREADABLE'
      /** Why: at least one. */
      readonly issues: ReadonlyArray<EnvelopeIssue>
    }

/**
 * One delivered message. A message of which a part is `UNREADABLE` failed, even if other contents can be used.
 *
 * @category sources
 * @since 0.1.0
 */
export interface Message {
  /**
   * What the source calls the message, for `batchItemFailures` and the like: SQS's and SNS's message id, EventBridge's
   * id, the sequence number of Kinesis, the record id of Firehose. Absent if the source gives none.
   */
  readonly id?: string
  /** What delivered it: the outermost envelope. */
  readonly source: EnvelopeKind
  /** What SQS adds to a message, such as `ApproximateReceiveCount`; empty for other sources. */
  readonly attributes: Readonly<Record<string, string>>
  /** What is in it, each kind of content once: at least one. */
  readonly contents: ReadonlyArray<MessageContent>
}
