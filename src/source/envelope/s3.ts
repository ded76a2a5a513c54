/**
 * Event notifications of S3: what happened to objects, their keys form-urlencoded.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optNumber, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, isBatch, itemsOf } from './envelope.js'
import { decodedKey, foundObject, namesOf, objectOf } from './object.js'

/**
 * The bucket of an event notification.
 *
 * @category models
 * @since 0.1.0
 */
export interface S3EventBucket {
  /** Its name. */
  readonly name: string
  /** Its ARN. */
  readonly arn?: string | null
}

/** The io-ts codec of `S3EventBucket`. @category codecs */
export const S3EventBucket: t.Type<S3EventBucket> = /* @__PURE__ */ structure<S3EventBucket>(
  'S3EventBucket',
  'name! arn',
  none,
  (u) => isObject(u) && isString(u.name) && optString(u.arn),
)

/**
 * The object of an event notification.
 *
 * @category models
 * @since 0.1.0
 */
export interface S3EventObject {
  /** Its key, form-urlencoded. */
  readonly key: string
  /** Its size in bytes; absent where it was deleted. */
  readonly size?: number | null
  /** Its version, if the bucket has versions. */
  readonly versionId?: string | null
  /** Its entity tag. */
  readonly eTag?: string | null
  /** Orders the events of one key: a hexadecimal number. */
  readonly sequencer?: string | null
}

/** The io-ts codec of `S3EventObject`. @category codecs */
export const S3EventObject: t.Type<S3EventObject> = /* @__PURE__ */ structure<S3EventObject>(
  'S3EventObject',
  'key! size:n versionId eTag sequencer',
  none,
  (u) => isObject(u) && isString(u.key) && optNumber(u.size) && optString(u.versionId) && optString(u.eTag) && optString(u.sequencer),
)

/**
 * Bucket and object of an event notification.
 *
 * @category models
 * @since 0.1.0
 */
export interface S3EventEntity {
  /** The bucket. */
  readonly bucket: S3EventBucket
  /** The object. */
  readonly object: S3EventObject
}

/** The io-ts codec of `S3EventEntity`. @category codecs */
export const S3EventEntity: t.Type<S3EventEntity> = /* @__PURE__ */ structure<S3EventEntity>(
  'S3EventEntity',
  'bucket:0! object:1!',
  () => [S3EventBucket, S3EventObject],
  (u) => isObject(u) && S3EventBucket.is(u.bucket) && S3EventObject.is(u.object),
)

/**
 * One event of S3.
 *
 * @category models
 * @since 0.1.0
 */
export interface S3EventRecord {
  /** Such as `ObjectCreated:Put`. */
  readonly eventName: string
  /** What it happened to. */
  readonly s3: S3EventEntity
  /** `aws:s3`. */
  readonly eventSource?: string | null
  /** When, in ISO 8601. */
  readonly eventTime?: string | null
  /** The bucket's region. */
  readonly awsRegion?: string | null
}

/** The io-ts codec of `S3EventRecord`. @category codecs */
export const S3EventRecord: t.Type<S3EventRecord> = /* @__PURE__ */ structure<S3EventRecord>(
  'S3EventRecord',
  'eventName! s3:0! eventSource eventTime awsRegion',
  () => [S3EventEntity],
  (u) =>
    isObject(u) &&
    isString(u.eventName) &&
    S3EventEntity.is(u.s3) &&
    optString(u.eventSource) &&
    optString(u.eventTime) &&
    optString(u.awsRegion),
)

/**
 * An event notification of S3. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html AWS: event message structure}.
 *
 * @category models
 * @since 0.1.0
 */
export interface S3Event {
  /** One or more events. */
  readonly Records: ReadonlyArray<S3EventRecord | null>
}

/** The io-ts codec of `S3Event`. @category codecs */
export const S3Event: t.Type<S3Event> = /* @__PURE__ */ structure<S3Event>(
  'S3Event',
  'Records:[0!',
  () => [S3EventRecord],
  (u) => isObject(u) && isList(u.Records, S3EventRecord.is),
)

/** The topic may put a `s3:` in front. */
const CREATED = /^(?:s3:)?ObjectCreated:/

const isItem = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:s3'

const isTestEvent = (u: unknown): boolean => memberOf(u, 'Event') === 's3:TestEvent'

export const s3: Envelope = {
  kind: 's3',
  expected: 'an S3 event',
  is: (u) => isTestEvent(u) || isBatch(u, isItem),
  open: (u, into) => {
    into.message()
    if (isTestEvent(u)) {
      into.notice('test-event')
      return
    }
    const { items, steps } = itemsOf(u)
    if (items.length === 0) into.objects([])
    items.forEach((item, i) => {
      const at = [...steps, i, 's3']
      const entity = memberOf(item, 's3')
      const names = namesOf(entity)
      const key = names === undefined ? undefined : decodedKey(names.key)
      if (names === undefined) into.broken('UNKNOWN_ENVELOPE', at, 'a bucket and a key', 'something else')
      else if (key === undefined) into.broken('BROKEN_KEY', [...at, 'object', 'key'], 'a form-urlencoded key', 'another string')
      else {
        const object = memberOf(entity, 'object')
        const found = objectOf(names.bucket, key, memberOf(object, 'versionId'), memberOf(object, 'size'), memberOf(item, 'awsRegion'))
        const name = memberOf(item, 'eventName')
        if (typeof name === 'string' && CREATED.test(name)) foundObject(found, into)
        else into.notice('other-object-event', found)
      }
    })
  },
}
