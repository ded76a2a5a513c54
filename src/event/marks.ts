/**
 * What a record says of itself: whether a payload was omitted, and what a member that the model does not know holds.
 *
 * @module
 */
import { isObject } from '../codec/check.js'

/**
 * The note that stands in place of a payload that was too large to log.
 *
 * @category models
 * @since 0.1.0
 */
export interface OmittedPayload {
  /** Which element was too large. */
  readonly reason?: unknown
  /** `"true"`, or the boolean. */
  readonly omitted: 'true' | true
  /** The size it had, in bytes, as a string or a number. */
  readonly originalSize: string | number
}

/**
 * Whether a payload was omitted because it was too large, above 100 KB. Then nothing is known of what it held: members that
 * look absent may have been there. Attackers pad requests on purpose to get here.
 *
 * @param payload - `requestParameters`, `responseElements`, `serviceEventDetails`, `additionalEventData` or `edgeDeviceDetails` of a record.
 *
 * @example
 * import { isOmitted } from 'glue-trail'
 *
 * assert.strictEqual(isOmitted({ reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }), true)
 * assert.strictEqual(isOmitted({ name: 'tes-alpha' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isOmitted(payload: unknown): payload is OmittedPayload {
  if (!isObject(payload)) return false
  const { omitted, originalSize } = payload
  return (omitted === true || omitted === 'true') && (typeof originalSize === 'string' || typeof originalSize === 'number')
}

/**
 * A member of a payload by its name, known to the model or not: members that CloudTrail writes and the model does not have are
 * kept, and this is how to read them. Only the payload's own members count.
 *
 * @param payload - Any value.
 * @param name - The member's name as CloudTrail spells it.
 * @returns The value, or `undefined` where there is no such member or no object.
 *
 * @example
 * import { memberOf } from 'glue-trail'
 *
 * assert.strictEqual(memberOf({ name: 'orders', isNew: true }, 'isNew'), true)
 * assert.strictEqual(memberOf({ name: 'orders' }, 'toString'), undefined)
 *
 * @category guards
 * @since 0.1.0
 */
export function memberOf(payload: unknown, name: string): unknown {
  return isObject(payload) && Object.hasOwn(payload, name) ? payload[name] : undefined
}
