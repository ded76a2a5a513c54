/**
 * One step down into a value of JSON.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'

/** Returns the item of a list or the own member of an object; `undefined` where it is missing or cannot be read. */
export function partOf(value: unknown, key: string | number): unknown {
  if (!Array.isArray(value)) return memberOf(value, String(key))
  return typeof key === 'number' ? value[key] : undefined
}
