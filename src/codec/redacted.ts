/**
 * Redacted values: the markers that CloudTrail writes instead of values. They have many forms and may replace a map, a
 * list or a structure.
 *
 * @module
 */

declare const marker: unique symbol

/**
 * A string that CloudTrail writes instead of a value. The type is nominal, for readers and documentation; at run time
 * it is an ordinary string.
 *
 * @category models
 * @since 0.1.0
 */
export type RedactionMarker = string & {
  /** Only there for the compiler. */
  readonly [marker]: true
}

/**
 * A sensitive member: its value, or the marker that replaces it. If `T` is a string the compiler cannot distinguish the
 * two; `isRedacted` can.
 *
 * @category models
 * @since 0.1.0
 */
export type Redacted<T> = T | RedactionMarker

/** The markers that are fixed strings; a run of three or more asterisks is a marker too. */
export const MARKERS: ReadonlyArray<string> = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
]

const ASTERISK = 42

/**
 * Returns whether a value is a redaction marker: `HIDDEN_DUE_TO_SECURITY_REASONS`, `HIDDEN_FOR_SECURITY_REASONS`,
 * `<sensitiveDataRemoved>`, `Value hidden due to security reasons.`, or three or more asterisks and nothing else. One
 * or two asterisks are an ordinary value.
 *
 * @example
 * import { isRedacted } from 'glue-trail'
 *
 * assert.strictEqual(isRedacted('HIDDEN_DUE_TO_SECURITY_REASONS'), true)
 * assert.strictEqual(isRedacted('****'), true)
 * assert.strictEqual(isRedacted('*'), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isRedacted(value: unknown): value is RedactionMarker {
  if (typeof value !== 'string' || value.length < 3) return false
  if (value.charCodeAt(0) !== ASTERISK) return MARKERS.includes(value)
  for (let i = 1; i < value.length; i++) if (value.charCodeAt(i) !== ASTERISK) return false
  return true
}

/**
 * Returns the value of a sensitive member, or `undefined` if it is redacted. `undefined` and `null` are returned
 * unchanged.
 *
 * @example
 * import { unredacted } from 'glue-trail'
 *
 * assert.deepStrictEqual(unredacted({ HOST: 'db' }), { HOST: 'db' })
 * assert.strictEqual(unredacted('HIDDEN_DUE_TO_SECURITY_REASONS'), undefined)
 *
 * @category guards
 * @since 0.1.0
 */
export function unredacted<T>(value: T): Exclude<T, RedactionMarker> | undefined {
  return isRedacted(value) ? undefined : (value as Exclude<T, RedactionMarker>)
}
