/**
 * The metrics of a worker. Every message and every record is counted once, by its result.
 *
 * @module
 */

/**
 * Metrics of a consumer or a Lambda handler so far. `messages.received` is the sum of handled, failed and notices;
 * `records.read` is that of delivered, duplicate, filtered and broken. Messages count when work on them ends; records
 * when `onEvents` has resolved for them.
 *
 * @category sources
 * @since 0.1.0
 */
export interface FleetMetrics {
  /** Messages, each time they were received. */
  readonly messages: {
    /** All whose work has ended. */
    readonly received: number
    /** Messages of which everything was delivered. */
    readonly handled: number
    /** Left to the queue, with the reason logged. */
    readonly failed: number
    /** Neither data nor an error, such as a test event. */
    readonly notices: number
  }
  /** Objects of S3 that messages name. */
  readonly objects: {
    /** Fetched and delivered. */
    readonly read: number
    /** Not fetched, or not delivered. */
    readonly failed: number
    /** Not requested, because CloudTrail stores no log file under such a key. */
    readonly skipped: number
    /** Bytes of those fetched, as they are stored. */
    readonly bytes: number
  }
  /** Records of objects and messages. */
  readonly records: {
    /** All of them. */
    readonly read: number
    /** Passed to `onEvents`, which resolved; values that are not CloudTrail records included. */
    readonly delivered: number
    /** Delivered before. */
    readonly duplicate: number
    /** Records for which `where` returned `NO`. */
    readonly filtered: number
    /** Records that are not JSON or are cut short: an issue each. */
    readonly broken: number
  }
}

type Counting<T> = { -readonly [K in keyof T]: T[K] extends number ? number : Counting<T[K]> }

/** Metrics that are being counted. */
export type MetricsInWork = Counting<FleetMetrics>

export const emptyMetrics = (): MetricsInWork => ({
  messages: { received: 0, handled: 0, failed: 0, notices: 0 },
  objects: { read: 0, failed: 0, skipped: 0, bytes: 0 },
  records: { read: 0, delivered: 0, duplicate: 0, filtered: 0, broken: 0 },
})

/** Returns a copy of the metrics as they are now. */
export const copyOf = ({ messages, objects, records }: FleetMetrics): FleetMetrics => ({
  messages: { ...messages },
  objects: { ...objects },
  records: { ...records },
})
