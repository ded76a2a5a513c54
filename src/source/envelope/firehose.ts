/**
 * What Firehose hands to a transformation: base64 of whatever was put into the stream, gzipped where CloudWatch Logs put it there.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optNumber, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

/**
 * One record of a Firehose stream.
 *
 * @category models
 * @since 0.1.0
 */
export interface FirehoseRecord {
  /** What the transformation's answer calls it. */
  readonly recordId: string
  /** Base64 of what was put into the stream. */
  readonly data: string
  /** When it came, in milliseconds since 1970. */
  readonly approximateArrivalTimestamp?: number | null
}

/** The io-ts codec of `FirehoseRecord`. @category codecs */
export const FirehoseRecord: t.Type<FirehoseRecord> = /* @__PURE__ */ structure<FirehoseRecord>(
  'FirehoseRecord',
  'recordId! data! approximateArrivalTimestamp:n',
  none,
  (u) => isObject(u) && isString(u.recordId) && isString(u.data) && optNumber(u.approximateArrivalTimestamp),
)

/**
 * What Firehose hands to a transformation. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html AWS: data transformation in Firehose}.
 *
 * @category models
 * @since 0.1.0
 */
export interface FirehoseEvent {
  /** One or more records of the stream. */
  readonly records: ReadonlyArray<FirehoseRecord | null>
  /** The id of this call. */
  readonly invocationId?: string | null
  /** The stream. */
  readonly deliveryStreamArn?: string | null
  /** The stream's region. */
  readonly region?: string | null
}

/** The io-ts codec of `FirehoseEvent`. @category codecs */
export const FirehoseEvent: t.Type<FirehoseEvent> = /* @__PURE__ */ structure<FirehoseEvent>(
  'FirehoseEvent',
  'records:[0! invocationId deliveryStreamArn region',
  () => [FirehoseRecord],
  (u) =>
    isObject(u) &&
    isList(u.records, FirehoseRecord.is) &&
    optString(u.invocationId) &&
    optString(u.deliveryStreamArn) &&
    optString(u.region),
)

const LISTS = ['records']

const isItem = (u: unknown): boolean => hasText(u, 'recordId') && hasText(u, 'data')

export const firehose: Envelope = {
  kind: 'firehose',
  expected: 'an event of Firehose',
  is: (u) => isBatch(u, isItem, LISTS),
  open: (u, into) => {
    const { items, steps } = itemsOf(u, LISTS)
    items.forEach((item, i) => {
      into.data(memberOf(item, 'data'), [...steps, i, 'data'], memberOf(item, 'recordId'))
    })
  },
}
