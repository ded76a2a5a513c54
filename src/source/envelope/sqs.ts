/**
 * Messages of SQS, as Lambda gets them and as `ReceiveMessage` gives them.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optMap, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

/**
 * A message of SQS as Lambda gets it.
 *
 * @category models
 * @since 0.1.0
 */
export interface SqsMessage {
  /** What `batchItemFailures` calls it. */
  readonly messageId: string
  /** What was sent: text, mostly JSON. */
  readonly body: string
  /** What deletes it. */
  readonly receiptHandle?: string | null
  /** Such as `ApproximateReceiveCount`, as text. */
  readonly attributes?: Readonly<Record<string, string | null>> | null
  /** `aws:sqs`. */
  readonly eventSource?: string | null
  /** The queue. */
  readonly eventSourceARN?: string | null
  /** The queue's region. */
  readonly awsRegion?: string | null
}

/** The io-ts codec of `SqsMessage`. @category codecs */
export const SqsMessage: t.Type<SqsMessage> = /* @__PURE__ */ structure<SqsMessage>(
  'SqsMessage',
  'messageId! body! receiptHandle attributes:{s eventSource eventSourceARN awsRegion',
  none,
  (u) =>
    isObject(u) &&
    isString(u.messageId) &&
    isString(u.body) &&
    optString(u.receiptHandle) &&
    optMap(u.attributes, isString) &&
    optString(u.eventSource) &&
    optString(u.eventSourceARN) &&
    optString(u.awsRegion),
)

/**
 * What Lambda gets from a queue. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html AWS: Lambda with SQS}.
 *
 * @category models
 * @since 0.1.0
 */
export interface SqsEvent {
  /** One or more messages. */
  readonly Records: ReadonlyArray<SqsMessage | null>
}

/** The io-ts codec of `SqsEvent`. @category codecs */
export const SqsEvent: t.Type<SqsEvent> = /* @__PURE__ */ structure<SqsEvent>(
  'SqsEvent',
  'Records:[0!',
  () => [SqsMessage],
  (u) => isObject(u) && isList(u.Records, SqsMessage.is),
)

const LISTS = ['Records', 'Messages']

const isMessage = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:sqs' || (hasText(u, 'Body') && hasText(u, 'MessageId'))

export const sqs: Envelope = {
  kind: 'sqs',
  expected: 'an SQS event',
  is: (u) => isMessage(u) || isBatch(u, isMessage, LISTS),
  open: (u, into) => {
    const { items, steps } = itemsOf(isMessage(u) ? [u] : u, LISTS)
    items.forEach((item, i) => {
      const name = hasText(item, 'Body') ? 'Body' : 'body'
      const place = isMessage(u) ? [] : [...steps, i]
      into.inner(memberOf(item, name), [...place, name], memberOf(item, 'messageId') ?? memberOf(item, 'MessageId'))
    })
  },
}
