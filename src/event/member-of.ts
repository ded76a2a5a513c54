/**
 * Reading a member by its name.
 *
 * @module
 */
import { isObject } from '../codec/check.js'

/**
 * Returns a member of a payload by its name, whether the model has it or not. Members that CloudTrail writes and the
 * model lacks are kept, and this is how to read them. Inherited members do not count.
 *
 * @param payload - Any value.
 * @param name - The member's name as CloudTrail spells it.
 * @returns The value, or `undefined` if `payload` is not an object or has no such member.
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
  try {
    return isObject(payload) && Object.hasOwn(payload, name) ? payload[name] : undefined
  } catch {
    // A getter that throws, or a revoked proxy.
    return undefined
  }
}
