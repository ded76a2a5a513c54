/**
 * Guards by shape: true exactly when the codec's `is` is, and therefore sound in both branches. Values that cannot be
 * read, which make `is` throw, do not match.
 *
 * @module
 */
import { wrongName } from '../codec/argument.js'
import { isObject } from '../codec/check.js'
import type { TaggedType } from '../codec/tagged.js'
import { type IdentityByType, UserIdentity } from '../generated/record/identity.js'
import type { GlueEventByName, GlueEventName } from '../generated/registry.js'
import { GlueEvent, glueEventNamed } from './glue-event.js'
import { CloudTrailRecord } from './record.js'
import { total } from './total.js'

/**
 * Returns whether a record matches the model of its kind. If it does, its members have types; the members of other
 * records are all `unknown`.
 *
 * A result of `decodeRecord` needs no second check: its record conforms exactly if the result is a `Right`.
 *
 * @param u - A record, or any other value.
 *
 * @example
 * import { decodeRecord, isConforming, recordOf } from 'glue-trail'
 *
 * const record = recordOf(decodeRecord({
 *   eventSource: 'glue.amazonaws.com', eventName: 'GetTables', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 * }))
 * if (isConforming(record)) assert.strictEqual(record.eventTime?.slice(0, 10), '2024-05-01')
 * else assert.fail()
 *
 * @category guards
 * @since 0.1.0
 */
export const isConforming = (u: unknown): u is CloudTrailRecord => total(CloudTrailRecord.is, u)

/**
 * Returns whether a value is a call of a modelled Glue API and matches its model.
 *
 * To select records without losing nonconforming ones, use `isGlueRecord`.
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
export const isGlueEvent = (u: unknown): u is GlueEvent => total(GlueEvent.is, u)

/**
 * Returns a guard for calls of one API that match its model.
 *
 * To select calls without losing nonconforming ones, use `isCallTo`.
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
  const codec = glueEventNamed(name)
  if (codec === undefined) throw wrongName('isEvent', 'the name of a modelled Glue API', name)
  return (u): u is GlueEventByName[N] => total(codec.is, u)
}

/**
 * Returns a guard for identities of one documented type that match its model. `UserIdentity.is` accepts all of the
 * documented types.
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
  const isOfType = (u: unknown): boolean =>
    isObject(u) && u.type === type && (UserIdentity as TaggedType<UserIdentity>).table().get(type)?.is(u) === true
  return (u): u is IdentityByType[T] => total(isOfType, u)
}
