/**
 * The checks that generated codecs are made of. Each returns a boolean and allocates nothing. Those named `opt...` also
 * accept a member that is absent or null, because CloudTrail leaves out what the API requires.
 *
 * @module
 */

/** Returns whether a value of any type is accepted. */
export type Check = (value: unknown) => boolean

/** An object with members: neither null nor an array. */
export type Members = Readonly<Record<string, unknown>>

/** Whether a value that is there is empty: a string, a list, or an object without members. */
export const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && (Array.isArray(value) ? value : Object.keys(value as object)).length === 0)

export const isObject = (u: unknown): u is Members => typeof u === 'object' && u !== null && !Array.isArray(u)

export const isString = (v: unknown): v is string => typeof v === 'string'

export const isNumber = (v: unknown): v is number => typeof v === 'number'

export const isBoolean = (v: unknown): v is boolean => typeof v === 'boolean'

/** A number that CloudTrail also writes as a string, or a timestamp in any of its forms. */
export const isNumberOrString = (v: unknown): v is number | string => typeof v === 'number' || typeof v === 'string'

/** A boolean that CloudTrail also writes as a string. */
export const isBooleanOrString = (v: unknown): v is boolean | string => typeof v === 'boolean' || typeof v === 'string'

/** Accepts anything: a document is kept unchanged. */
export const isDocument = (_: unknown): boolean => true

/** Returns whether a value is a list whose items pass the check or are null. */
export function isList(v: unknown, item: Check): boolean {
  if (!Array.isArray(v)) return false
  for (let i = 0; i < v.length; i++) {
    const x: unknown = v[i]
    if (x !== null && !item(x)) return false
  }
  return true
}

/** Returns whether a value is a map whose own values pass the check or are null. Keys are data and never checked. */
export function isMap(v: unknown, value: Check): boolean {
  if (!isObject(v)) return false
  for (const key in v) {
    const x = v[key]
    // Only own members count: members of Object.prototype do not belong to this map.
    if (x !== null && !value(x) && Object.hasOwn(v, key)) return false
  }
  return true
}

export const optString: Check = (v) => v == null || typeof v === 'string'

export const optNumber: Check = (v) => v == null || typeof v === 'number'

export const optBoolean: Check = (v) => v == null || typeof v === 'boolean'

export const optNumberOrString: Check = (v) => v == null || isNumberOrString(v)

export const optBooleanOrString: Check = (v) => v == null || isBooleanOrString(v)

export const optList = (v: unknown, item: Check): boolean => v == null || isList(v, item)

export const optMap = (v: unknown, value: Check): boolean => v == null || isMap(v, value)

export const opt = (v: unknown, check: Check): boolean => v == null || check(v)
