/**
 * One value of a record, or why it is missing.
 *
 * @module
 */
import { type Collectable, collect } from '../codec/collect.js'
import type { Field, Shape } from '../codec/fields.js'
import type { RedactionMarker } from '../codec/redacted.js'
import { lookUp, type MissingValue } from './missing.js'
import type { RecordPath } from './record-path.js'

/**
 * A value that a record gives, or why it does not.
 *
 * @category insights
 * @since 0.1.0
 */
export type ValueAnswer<A> =
  | {
      /** The value is there. */
      readonly kind: 'GIVEN'
      /** The value, as in the record. */
      readonly value: A
    }
  | MissingValue

/**
 * The type of a member that has a value: without null, undefined and redaction markers.
 *
 * @category insights
 * @since 0.1.0
 */
export type GivenValue<A> = Exclude<A, null | undefined | RedactionMarker>

/**
 * Returns the value at a path of member names, map keys and list indexes, or why it is missing:
 * `{ kind: 'GIVEN', value }`, or a reason as `whyMissing` returns it. On modelled events the value has the type of the
 * model; on all other records it is `unknown`. Where the model knows the path, the value is checked against it, and is
 * `NONCONFORMING` if it does not match; on other paths it is returned unchecked, or is `ABSENT` and `INFERRED`.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @param k1 - The path from the record's root, a step an argument; typed up to four steps.
 * @returns `GIVEN` and the value, or the reason and its basis.
 *
 * @example
 * import { isEvent, valueAt } from 'glue-trail'
 *
 * const event: unknown = {
 *   eventSource: 'glue.amazonaws.com', eventName: 'CreateConnection', eventTime: '2017-10-13T00:19:19Z', awsRegion: 'us-east-1',
 *   requestParameters: { connectionInput: { name: 'test-connection-alpha' } },
 * }
 * if (isEvent('CreateConnection')(event)) {
 *   const name = valueAt(event, 'requestParameters', 'connectionInput', 'name')
 *   assert.strictEqual(name.kind === 'GIVEN' && name.value.toUpperCase(), 'TEST-CONNECTION-ALPHA')
 *   const properties = valueAt(event, 'requestParameters', 'connectionInput', 'connectionProperties')
 *   assert.deepStrictEqual(properties, { kind: 'NOT_LOGGED', basis: 'DOCUMENTED' })
 * } else {
 *   assert.fail()
 * }
 *
 * @category insights
 * @since 0.1.0
 */
export function valueAt<R extends object, K1 extends keyof R>(record: R, k1: K1): ValueAnswer<GivenValue<R[K1]>>
export function valueAt<R extends object, K1 extends keyof R, K2 extends keyof GivenValue<R[K1]>>(
  record: R,
  k1: K1,
  k2: K2,
): ValueAnswer<GivenValue<GivenValue<R[K1]>[K2]>>
export function valueAt<
  R extends object,
  K1 extends keyof R,
  K2 extends keyof GivenValue<R[K1]>,
  K3 extends keyof GivenValue<GivenValue<R[K1]>[K2]>,
>(record: R, k1: K1, k2: K2, k3: K3): ValueAnswer<GivenValue<GivenValue<GivenValue<R[K1]>[K2]>[K3]>>
export function valueAt<
  R extends object,
  K1 extends keyof R,
  K2 extends keyof GivenValue<R[K1]>,
  K3 extends keyof GivenValue<GivenValue<R[K1]>[K2]>,
  K4 extends keyof GivenValue<GivenValue<GivenValue<R[K1]>[K2]>[K3]>,
>(record: R, k1: K1, k2: K2, k3: K3, k4: K4): ValueAnswer<GivenValue<GivenValue<GivenValue<GivenValue<R[K1]>[K2]>[K3]>[K4]>>
/**
 * Returns the value at a path, or why it is missing, where the model gives it no type: in nonconforming records, of
 * other services' payloads, of members that the model does not know, and of paths longer than four steps.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @param path - From the record's root.
 * @throws `TypeError` where the path has anything but names and indexes.
 *
 * @example
 * import { valueAt } from 'glue-trail'
 *
 * const nonconforming: unknown = { eventSource: 'glue.amazonaws.com', eventName: 'GetTable', requestParameters: { databaseName: 'sales', name: 5 } }
 * assert.deepStrictEqual(valueAt(nonconforming, 'requestParameters', 'databaseName'), { kind: 'GIVEN', value: 'sales' })
 * assert.deepStrictEqual(valueAt(nonconforming, 'requestParameters', 'name'), { kind: 'NONCONFORMING', basis: 'MODEL' })
 *
 * @category insights
 * @since 0.1.0
 */
export function valueAt(record: unknown, ...path: RecordPath): ValueAnswer<unknown>
export function valueAt(record: unknown, ...path: RecordPath): ValueAnswer<unknown> {
  const { value, shape, missing, modelled } = lookUp('valueAt', record, path)
  if (missing !== undefined) return modelled || missing.kind !== 'ABSENT' ? missing : { kind: 'ABSENT', basis: 'INFERRED' }
  const fits = shape === undefined || collect(holding(shape), { value }, 1).length === 0
  return fits ? { kind: 'GIVEN', value } : { kind: 'NONCONFORMING', basis: 'MODEL' }
}

/** A structure with one member, so that the collector can check the value against a shape. */
function holding(shape: Shape): Collectable {
  const field: Field = { name: 'value', shape, requiredByApi: false, mustBeThere: false }
  return { is: () => false, fields: [field], recursive: false, base: undefined, inherited: 0 }
}
