/**
 * Guards by shape: true exactly where the codec's `is` is, and so sound in both branches.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { TaggedType } from '../codec/tagged.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { type IdentityByType, UserIdentity } from '../generated/record/identity.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import type { GlueEventByName, GlueEventName } from '../generated/registry.js'
import { GlueEvent, glueEventNamed } from './glue-event.js'

/**
 * Whether a value is a call of a modelled Glue API and matches its model.
 *
 * To select without losing records that depart from the model, use `isGlueRecord`.
 *
 * @example
 * import { isGlueEvent } from 'glue-trail'
 *
 * const event = { eventSource: 'glue.amazonaws.com', eventName: 'GetTables', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * assert.strictEqual(isGlueEvent(event), true)
 * assert.strictEqual(isGlueEvent({ ...event, requestParameters: { databaseName: 5 } }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export const isGlueEvent = (u: unknown): u is GlueEvent => GlueEvent.is(u)

/**
 * Whether a value is a call of this API and matches its model.
 *
 * To select without losing calls that depart from the model, use `isCallTo`.
 *
 * @param name - An API's name, as `eventName` has it.
 *
 * @example
 * import { isEvent } from 'glue-trail'
 *
 * const event: unknown = {
 *   eventSource: 'glue.amazonaws.com', eventName: 'StartJobRun', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   requestParameters: { jobName: 'nightly' },
 * }
 * if (isEvent('StartJobRun')(event)) assert.strictEqual(event.requestParameters?.jobName, 'nightly')
 * else assert.fail()
 *
 * @category guards
 * @since 0.1.0
 */
export function isEvent<N extends GlueEventName>(name: N): (u: unknown) => u is GlueEventByName[N] {
  return (u): u is GlueEventByName[N] => glueEventNamed(name)?.is(u) === true
}

/**
 * Whether a value is a CloudTrail Insights record and matches its model.
 *
 * @example
 * import { isInsightRecord } from 'glue-trail'
 *
 * const record = { eventType: 'AwsCloudTrailInsight', eventCategory: 'Insight', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * assert.strictEqual(isInsightRecord(record), true)
 *
 * @category guards
 * @since 0.1.0
 */
export const isInsightRecord = (u: unknown): u is InsightRecord => InsightRecord.is(u)

/**
 * Whether a value is an aggregated record and matches its model.
 *
 * @example
 * import { isAggregatedRecord } from 'glue-trail'
 *
 * const record = { eventType: 'AwsAggregatedEvent', eventCategory: 'Aggregated', eventSource: 's3.amazonaws.com' }
 * assert.strictEqual(isAggregatedRecord(record), true)
 *
 * @category guards
 * @since 0.1.0
 */
export const isAggregatedRecord = (u: unknown): u is AggregatedRecord => AggregatedRecord.is(u)

/**
 * Whether a value is an identity of this documented type and matches its model.
 *
 * @param type - One of the twelve documented types.
 *
 * @example
 * import { isIdentity } from 'glue-trail'
 *
 * const identity: unknown = { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly' }
 * assert.strictEqual(isIdentity('AssumedRole')(identity), true)
 * assert.strictEqual(isIdentity('Root')(identity), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isIdentity<T extends keyof IdentityByType>(type: T): (u: unknown) => u is IdentityByType[T] {
  return (u): u is IdentityByType[T] =>
    isObject(u) && u.type === type && (UserIdentity as TaggedType<UserIdentity>).table().get(type)?.is(u) === true
}

/**
 * Whether a value is an identity of any of the documented types and matches its model; what is left of an `AnyIdentity` is an
 * `OpenIdentity`.
 *
 * @example
 * import { isKnownIdentity } from 'glue-trail'
 *
 * assert.strictEqual(isKnownIdentity({ type: 'Root', accountId: '123456789012' }), true)
 * assert.strictEqual(isKnownIdentity({ accountId: '123456789012' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export const isKnownIdentity = (u: unknown): u is UserIdentity => UserIdentity.is(u)
