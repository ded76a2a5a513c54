/**
 * What `LookupEvents` answers: each record as JSON in a string.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, none, optString, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

/**
 * One event of `LookupEvents`.
 *
 * @category models
 * @since 0.1.0
 */
export interface LookupEvent {
  /** The record as JSON. */
  readonly CloudTrailEvent?: string | null
  /** The record's `eventID`. */
  readonly EventId?: string | null
  /** The record's `eventName`. */
  readonly EventName?: string | null
  /** The record's `eventSource`. */
  readonly EventSource?: string | null
  /** Who made the call, as CloudTrail's console shows it. */
  readonly Username?: string | null
}

/** The io-ts codec of `LookupEvent`. @category codecs */
export const LookupEvent: t.Type<LookupEvent> = /* @__PURE__ */ structure<LookupEvent>(
  'LookupEvent',
  'CloudTrailEvent EventId EventName EventSource Username',
  none,
  (u) =>
    isObject(u) &&
    optString(u.CloudTrailEvent) &&
    optString(u.EventId) &&
    optString(u.EventName) &&
    optString(u.EventSource) &&
    optString(u.Username),
)

/**
 * What `LookupEvents` answers, from the command line or an SDK. Members that are not listed here are kept.
 *
 * Source: {@link https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html AWS: LookupEvents}.
 *
 * @category models
 * @since 0.1.0
 */
export interface LookupEventsOutput {
  /** The newest event first. */
  readonly Events: ReadonlyArray<LookupEvent | null>
  /** Where the next page begins. */
  readonly NextToken?: string | null
}

/** The io-ts codec of `LookupEventsOutput`. @category codecs */
export const LookupEventsOutput: t.Type<LookupEventsOutput> = /* @__PURE__ */ structure<LookupEventsOutput>(
  'LookupEventsOutput',
  'Events:[0! NextToken',
  () => [LookupEvent],
  (u) => isObject(u) && isList(u.Events, LookupEvent.is) && optString(u.NextToken),
)

const LISTS = ['Events']

const isItem = (u: unknown): boolean => hasText(u, 'CloudTrailEvent')

export const lookupEvents: Envelope = {
  kind: 'lookup-events',
  expected: 'what LookupEvents answers',
  is: (u) => isItem(u) || isBatch(u, isItem, LISTS),
  open: (u, into) => {
    into.message()
    if (isItem(u)) {
      into.inner(memberOf(u, 'CloudTrailEvent'), ['CloudTrailEvent'])
      return
    }
    const { items, steps } = itemsOf(u, LISTS)
    if (items.length === 0) into.records([])
    items.forEach((item, i) => {
      into.inner(memberOf(item, 'CloudTrailEvent'), [...steps, i, 'CloudTrailEvent'])
    })
  },
}
