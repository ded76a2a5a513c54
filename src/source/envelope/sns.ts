/**
 * Messages of SNS: as Lambda gets them, and as queues, streams and HTTP endpoints get them without raw delivery.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import type { NoticeName } from './delivery.js'
import { type Envelope, hasText, isBatch, itemsOf, objectIn } from './envelope.js'

/**
 * A message of SNS. Nothing here checks its signature.
 *
 * Source: {@link https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html AWS: message formats of SNS}.
 *
 * @category models
 * @since 0.1.0
 */
export interface SnsNotification {
  /** `Notification`, `SubscriptionConfirmation` or `UnsubscribeConfirmation`. */
  readonly Type: string
  /** What was published: text, mostly JSON. */
  readonly Message: string
  /** The message's id. */
  readonly MessageId?: string | null
  /** The topic. */
  readonly TopicArn?: string | null
  /** The subject it was published with. */
  readonly Subject?: string | null
  /** When it was published, in ISO 8601. */
  readonly Timestamp?: string | null
}

/** The io-ts codec of `SnsNotification`. @category codecs */
export const SnsNotification: t.Type<SnsNotification> = /* @__PURE__ */ structure<SnsNotification>(
  'SnsNotification',
  'Type! Message! MessageId TopicArn Subject Timestamp',
  none,
  (u) =>
    isObject(u) &&
    isString(u.Type) &&
    isString(u.Message) &&
    optString(u.MessageId) &&
    optString(u.TopicArn) &&
    optString(u.Subject) &&
    optString(u.Timestamp),
)

/**
 * One item of what Lambda gets from a topic.
 *
 * @category models
 * @since 0.1.0
 */
export interface SnsEventRecord {
  /** The message. */
  readonly Sns: SnsNotification
  /** `aws:sns`. */
  readonly EventSource?: string | null
  /** The subscription. */
  readonly EventSubscriptionArn?: string | null
}

/** The io-ts codec of `SnsEventRecord`. @category codecs */
export const SnsEventRecord: t.Type<SnsEventRecord> = /* @__PURE__ */ structure<SnsEventRecord>(
  'SnsEventRecord',
  'Sns:0! EventSource EventSubscriptionArn',
  () => [SnsNotification],
  (u) => isObject(u) && SnsNotification.is(u.Sns) && optString(u.EventSource) && optString(u.EventSubscriptionArn),
)

/**
 * What Lambda gets from a topic. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html AWS: Lambda with SNS}.
 *
 * @category models
 * @since 0.1.0
 */
export interface SnsEvent {
  /** One message; the list is a list all the same. */
  readonly Records: ReadonlyArray<SnsEventRecord | null>
}

/** The io-ts codec of `SnsEvent`. @category codecs */
export const SnsEvent: t.Type<SnsEvent> = /* @__PURE__ */ structure<SnsEvent>(
  'SnsEvent',
  'Records:[0!',
  () => [SnsEventRecord],
  (u) => isObject(u) && isList(u.Records, SnsEventRecord.is),
)

/** Types of messages that SNS writes itself. */
const NOTICES: ReadonlyMap<unknown, NoticeName> = /* @__PURE__ */ new Map<unknown, NoticeName>([
  ['SubscriptionConfirmation', 'subscription-confirmation'],
  ['UnsubscribeConfirmation', 'unsubscribe-confirmation'],
])

const isItem = (u: unknown): boolean => memberOf(u, 'EventSource') === 'aws:sns' && objectIn(u, 'Sns') !== undefined

const isNotification = (u: unknown): boolean =>
  hasText(u, 'Message') && (memberOf(u, 'Type') === 'Notification' || NOTICES.has(memberOf(u, 'Type')))

export const sns: Envelope = {
  kind: 'sns',
  expected: 'an SNS event',
  is: (u) => isNotification(u) || isBatch(u, isItem),
  open: (u, into) => {
    if (!isNotification(u)) {
      const { items, steps } = itemsOf(u)
      items.forEach((item, i) => {
        into.inner(memberOf(item, 'Sns'), [...steps, i, 'Sns'], memberOf(objectIn(item, 'Sns'), 'MessageId'))
      })
      return
    }
    into.message(memberOf(u, 'MessageId'))
    const notice = NOTICES.get(memberOf(u, 'Type'))
    if (notice === undefined) into.inner(memberOf(u, 'Message'), ['Message'])
    else into.notice(notice)
  },
}
