/**
 * Events of EventBridge: a CloudTrail record under `detail`, or what happened to an object in S3, its key not encoded.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isDocument, isObject, isString, none, optList, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'
import { foundObject, namesOf, objectOf } from './object.js'
import { isRecordByName } from './record-name.js'

/**
 * An event of EventBridge. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html AWS: event structure}, and
 * {@link https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html AWS: events by way of CloudTrail}.
 *
 * @category models
 * @since 0.1.0
 */
export interface EventBridgeEvent {
  /** Such as `AWS API Call via CloudTrail` or `Object Created`. */
  readonly 'detail-type': string
  /** Such as `aws.glue` or `aws.s3`. */
  readonly source: string
  /** What happened: of a call by way of CloudTrail, the record. */
  readonly detail: unknown
  /** The event's id. */
  readonly id?: string | null
  /** The account of the event. */
  readonly account?: string | null
  /** When, in ISO 8601. */
  readonly time?: string | null
  /** The region of the event. */
  readonly region?: string | null
  /** ARNs of what it is about. */
  readonly resources?: ReadonlyArray<string | null> | null
}

/** The io-ts codec of `EventBridgeEvent`. @category codecs */
export const EventBridgeEvent: t.Type<EventBridgeEvent> = /* @__PURE__ */ structure<EventBridgeEvent>(
  'EventBridgeEvent',
  'detail-type! source! detail:d id account time region resources:[s',
  none,
  (u) =>
    isObject(u) &&
    isString(u['detail-type']) &&
    isString(u.source) &&
    isDocument(u.detail) &&
    optString(u.id) &&
    optString(u.account) &&
    optString(u.time) &&
    optString(u.region) &&
    optList(u.resources, isString),
)

const isEvent = (u: unknown): boolean => hasText(u, 'detail-type') && isObject(u) && Object.hasOwn(u, 'detail')

export const eventBridge: Envelope = {
  kind: 'eventbridge',
  expected: 'an event of EventBridge',
  is: (u) => isEvent(u) || isBatch(u, isEvent, []),
  open: (u, into) => {
    if (!isEvent(u)) {
      itemsOf(u, []).items.forEach((item, i) => {
        into.inner(item, [i], memberOf(item, 'id'))
      })
      return
    }
    into.message(memberOf(u, 'id'))
    const detail = memberOf(u, 'detail')
    const names = memberOf(u, 'source') === 'aws.s3' ? namesOf(detail) : undefined
    if (isRecordByName(detail)) into.records([detail])
    else if (names === undefined) into.broken('UNKNOWN_ENVELOPE', ['detail'], 'a CloudTrail record or an object', 'something else')
    else {
      const object = memberOf(detail, 'object')
      const found = objectOf(names.bucket, names.key, memberOf(object, 'version-id'), memberOf(object, 'size'), memberOf(u, 'region'))
      if (memberOf(u, 'detail-type') === 'Object Created') foundObject(found, into)
      else into.notice('other-object-event', found)
    }
  },
}
