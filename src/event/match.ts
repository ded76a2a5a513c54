/**
 * Matching: a function per API, a function per kind of record.
 *
 * @module
 */
import { requireObject } from '../codec/argument.js'
import type { AggregatedRecord } from '../generated/record/aggregated-record.js'
import type { InsightRecord } from '../generated/record/insight-record.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import type { GlueEventByName, GlueEventName } from '../generated/registry.js'
import { classify } from './classify.js'
import type { GlueEvent } from './glue-event.js'
import { memberOf } from './member-of.js'
import type { ServiceEvent, UnmodelledGlueEvent } from './other-records.js'
import type { CloudTrailRecord } from './record.js'
import { total } from './total.js'

/**
 * A handler for every modelled API.
 *
 * @category decoding
 * @since 0.1.0
 */
export type EventHandlers<A> = { readonly [N in GlueEventName]: (event: GlueEventByName[N]) => A }

/**
 * Runs the handler named after the event's API. Without `otherwise` every API needs a handler, and a new version of
 * this package with new APIs stops compiling here; with it, `otherwise` gets exactly the events without a handler.
 *
 * It does not check its argument: check unknown values with `isGlueEvent` first.
 *
 * @param event - An event that matches its model.
 * @param handlers - Functions by API name.
 * @returns What the handler returned.
 * @throws `TypeError` where there is no handler for the event, or `handlers` is not an object.
 *
 * @example
 * import { isGlueEvent, matchEvent } from 'glue-trail'
 *
 * const event: unknown = {
 *   eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   requestParameters: { databaseName: 'sales', name: 'orders' },
 * }
 * if (isGlueEvent(event)) {
 *   const message = matchEvent(
 *     event,
 *     { DeleteTable: (e) => `dropped ${e.requestParameters?.databaseName}.${e.requestParameters?.name}` },
 *     (e) => e.eventName,
 *   )
 *   assert.strictEqual(message, 'dropped sales.orders')
 * } else {
 *   assert.fail()
 * }
 *
 * @category decoding
 * @since 0.1.0
 */
export function matchEvent<A>(event: GlueEvent, handlers: EventHandlers<A>): A
/**
 * Runs the handler named after the event's API, and `otherwise` for events without a handler.
 *
 * @param event - An event that matches its model.
 * @param handlers - Functions by API name.
 * @param otherwise - Gets exactly the events that have no handler.
 * @returns What the function returned.
 *
 * @category decoding
 * @since 0.1.0
 */
export function matchEvent<K extends GlueEventName, A>(
  event: GlueEvent,
  handlers: { readonly [N in K]: (event: GlueEventByName[N]) => A },
  otherwise: (event: GlueEventByName[Exclude<GlueEventName, K>]) => A,
): A
export function matchEvent<A>(
  event: GlueEvent,
  handlers: Readonly<Record<string, ((event: never) => A) | undefined>>,
  otherwise?: (event: never) => A,
): A {
  requireObject('matchEvent', 'an object of handlers', handlers)
  const name = memberOf(event, 'eventName')
  const handler = typeof name === 'string' && Object.hasOwn(handlers, name) ? handlers[name] : undefined
  const chosen = handler ?? otherwise
  if (chosen === undefined) throw new TypeError('matchEvent: no handler for this event, and no otherwise')
  return chosen(event as never)
}

/**
 * A function for every kind of record.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface RecordHandlers<A> {
  /** A call of a modelled Glue API. */
  readonly event: (event: GlueEvent) => A
  /** A record of any kind that does not match its model. */
  readonly nonconforming: (record: NonconformingRecord) => A
  /** A Glue call whose API this package does not know. */
  readonly unmodelled: (event: UnmodelledGlueEvent) => A
  /** A record of another service. */
  readonly otherService: (event: ServiceEvent) => A
  /** An Insights record. */
  readonly insight: (record: InsightRecord) => A
  /** An aggregated record. */
  readonly aggregated: (record: AggregatedRecord) => A
}

/**
 * Runs the function for the kind of a record. It classifies and checks the record itself, so that the record need not
 * come from `decodeRecord`; a record that does not match its model goes to `nonconforming`, and so does a value whose
 * members cannot be read.
 *
 * @param record - A record as `recordOf` returns it.
 * @param kinds - A function for every kind.
 * @returns What the function returned.
 * @throws `TypeError` where `kinds` is not an object.
 *
 * @example
 * import { decodeRecord, matchRecord, recordOf } from 'glue-trail'
 *
 * const record = recordOf(decodeRecord({ eventSource: 'glue.amazonaws.com', eventName: 'UpdateTable', eventTime: 5 }))
 * const kind = record && matchRecord(record, {
 *   event: (e) => e.eventName,
 *   nonconforming: (r) => `nonconforming ${String(r.eventName)}`,
 *   unmodelled: (e) => e.eventName,
 *   otherService: (e) => e.eventSource,
 *   insight: () => 'insight',
 *   aggregated: () => 'aggregated',
 * })
 * assert.strictEqual(kind, 'nonconforming UpdateTable')
 *
 * @category decoding
 * @since 0.1.0
 */
export function matchRecord<A>(record: CloudTrailRecord | NonconformingRecord, kinds: RecordHandlers<A>): A {
  requireObject('matchRecord', 'an object of functions', kinds)
  return kinds[total(conformingKindOf, record)](record as never)
}

function conformingKindOf(record: unknown): keyof RecordHandlers<unknown> {
  const known = classify(record)
  return known?.codec.is(record) === true ? known.kind : 'nonconforming'
}
