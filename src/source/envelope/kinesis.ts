/**
 * Records of a Kinesis stream: base64 of whatever was put into it, gzipped where CloudWatch Logs put it there.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optNumber, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, isBatch, itemsOf, objectIn } from './envelope.js'

/**
 * What a Kinesis stream holds of one record.
 *
 * @category models
 * @since 0.1.0
 */
export interface KinesisData {
  /** Base64 of what was put into the stream. */
  readonly data: string
  /** What `batchItemFailures` calls it. */
  readonly sequenceNumber: string
  /** What the shard was chosen by. */
  readonly partitionKey?: string | null
  /** When it came, in seconds since 1970. */
  readonly approximateArrivalTimestamp?: number | null
}

/** The io-ts codec of `KinesisData`. @category codecs */
export const KinesisData: t.Type<KinesisData> = /* @__PURE__ */ structure<KinesisData>(
  'KinesisData',
  'data! sequenceNumber! partitionKey approximateArrivalTimestamp:n',
  none,
  (u) =>
    isObject(u) && isString(u.data) && isString(u.sequenceNumber) && optString(u.partitionKey) && optNumber(u.approximateArrivalTimestamp),
)

/**
 * One record of a Kinesis stream as Lambda gets it.
 *
 * @category models
 * @since 0.1.0
 */
export interface KinesisEventRecord {
  /** What the stream holds. */
  readonly kinesis: KinesisData
  /** `aws:kinesis`. */
  readonly eventSource?: string | null
  /** Shard and sequence number. */
  readonly eventID?: string | null
  /** The stream. */
  readonly eventSourceARN?: string | null
  /** The stream's region. */
  readonly awsRegion?: string | null
}

/** The io-ts codec of `KinesisEventRecord`. @category codecs */
export const KinesisEventRecord: t.Type<KinesisEventRecord> = /* @__PURE__ */ structure<KinesisEventRecord>(
  'KinesisEventRecord',
  'kinesis:0! eventSource eventID eventSourceARN awsRegion',
  () => [KinesisData],
  (u) =>
    isObject(u) &&
    KinesisData.is(u.kinesis) &&
    optString(u.eventSource) &&
    optString(u.eventID) &&
    optString(u.eventSourceARN) &&
    optString(u.awsRegion),
)

/**
 * What Lambda gets from a Kinesis stream. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html AWS: Lambda with Kinesis}.
 *
 * @category models
 * @since 0.1.0
 */
export interface KinesisEvent {
  /** One or more records of a shard. */
  readonly Records: ReadonlyArray<KinesisEventRecord | null>
}

/** The io-ts codec of `KinesisEvent`. @category codecs */
export const KinesisEvent: t.Type<KinesisEvent> = /* @__PURE__ */ structure<KinesisEvent>(
  'KinesisEvent',
  'Records:[0!',
  () => [KinesisEventRecord],
  (u) => isObject(u) && isList(u.Records, KinesisEventRecord.is),
)

const isItem = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:kinesis'

export const kinesis: Envelope = {
  kind: 'kinesis',
  expected: 'an event of Kinesis',
  is: (u) => isBatch(u, isItem),
  open: (u, into) => {
    const { items, steps } = itemsOf(u)
    items.forEach((item, i) => {
      // EventBridge Pipes leaves out the inner object.
      const inner = objectIn(item, 'kinesis')
      const path = inner === undefined ? [...steps, i] : [...steps, i, 'kinesis']
      into.data(memberOf(inner ?? item, 'data'), [...path, 'data'], memberOf(inner ?? item, 'sequenceNumber'))
    })
  },
}
