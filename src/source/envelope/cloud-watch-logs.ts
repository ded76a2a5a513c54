/**
 * Subscriptions of CloudWatch Logs: base64 of gzip of a batch of log events, each of which is one record.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, optList, optNumber, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText, itemsOf, objectIn } from './envelope.js'

/**
 * The one member of what Lambda gets from CloudWatch Logs.
 *
 * @category models
 * @since 0.1.0
 */
export interface CloudWatchLogsPayload {
  /** Base64 of gzip of JSON: of a `CloudWatchLogsData`. */
  readonly data: string
}

/** The io-ts codec of `CloudWatchLogsPayload`. @category codecs */
export const CloudWatchLogsPayload: t.Type<CloudWatchLogsPayload> = /* @__PURE__ */ structure<CloudWatchLogsPayload>(
  'CloudWatchLogsPayload',
  'data!',
  none,
  (u) => isObject(u) && isString(u.data),
)

/**
 * What Lambda gets from CloudWatch Logs.
 *
 * Source: {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html AWS: subscription filters}.
 *
 * @category models
 * @since 0.1.0
 */
export interface CloudWatchLogsEvent {
  /** Holds the data. */
  readonly awslogs: CloudWatchLogsPayload
}

/** The io-ts codec of `CloudWatchLogsEvent`. @category codecs */
export const CloudWatchLogsEvent: t.Type<CloudWatchLogsEvent> = /* @__PURE__ */ structure<CloudWatchLogsEvent>(
  'CloudWatchLogsEvent',
  'awslogs:0!',
  () => [CloudWatchLogsPayload],
  (u) => isObject(u) && CloudWatchLogsPayload.is(u.awslogs),
)

/**
 * One event of a log group.
 *
 * @category models
 * @since 0.1.0
 */
export interface CloudWatchLogsLogEvent {
  /** The text that was logged: of CloudTrail's log group, one record as JSON. */
  readonly message: string
  /** Its id. */
  readonly id?: string | null
  /** When, in milliseconds since 1970. */
  readonly timestamp?: number | null
}

/** The io-ts codec of `CloudWatchLogsLogEvent`. @category codecs */
export const CloudWatchLogsLogEvent: t.Type<CloudWatchLogsLogEvent> = /* @__PURE__ */ structure<CloudWatchLogsLogEvent>(
  'CloudWatchLogsLogEvent',
  'message! id timestamp:n',
  none,
  (u) => isObject(u) && isString(u.message) && optString(u.id) && optNumber(u.timestamp),
)

/**
 * What the data of a subscription holds, inflated.
 *
 * @category models
 * @since 0.1.0
 */
export interface CloudWatchLogsData {
  /** `DATA_MESSAGE` or `CONTROL_MESSAGE`. */
  readonly messageType: string
  /** What was logged. */
  readonly logEvents: ReadonlyArray<CloudWatchLogsLogEvent | null>
  /** The account of the log group. */
  readonly owner?: string | null
  /** The log group. */
  readonly logGroup?: string | null
  /** The log stream. */
  readonly logStream?: string | null
  /** Names of the filters that sent it. */
  readonly subscriptionFilters?: ReadonlyArray<string | null> | null
}

/** The io-ts codec of `CloudWatchLogsData`. @category codecs */
export const CloudWatchLogsData: t.Type<CloudWatchLogsData> = /* @__PURE__ */ structure<CloudWatchLogsData>(
  'CloudWatchLogsData',
  'messageType! logEvents:[0! owner logGroup logStream subscriptionFilters:[s',
  () => [CloudWatchLogsLogEvent],
  (u) =>
    isObject(u) &&
    isString(u.messageType) &&
    isList(u.logEvents, CloudWatchLogsLogEvent.is) &&
    optString(u.owner) &&
    optString(u.logGroup) &&
    optString(u.logStream) &&
    optList(u.subscriptionFilters, isString),
)

const hasData = (u: unknown): boolean => hasText(objectIn(u, 'awslogs'), 'data')

export const cloudWatchLogs: Envelope = {
  kind: 'cloudwatch-logs',
  expected: 'an event of CloudWatch Logs',
  is: (u) => hasData(u) || (hasText(u, 'messageType') && Array.isArray(memberOf(u, 'logEvents'))),
  open: (u, into) => {
    into.message()
    if (hasData(u)) into.data(memberOf(memberOf(u, 'awslogs'), 'data'), ['awslogs', 'data'])
    else if (memberOf(u, 'messageType') === 'CONTROL_MESSAGE') into.notice('control-message')
    else {
      const { items } = itemsOf(u, ['logEvents'])
      if (items.length === 0) into.records([])
      items.forEach((item, i) => {
        into.inner(memberOf(item, 'message'), ['logEvents', i, 'message'])
      })
    }
  },
}
