/**
 * Hidden values: the marks that CloudTrail writes in place of what it will not show. They take many forms and may stand where a map, a
 * list or a structure stood.
 *
 * @module
 */

declare const mark: unique symbol

/**
 * A text that says "there was a value here, and it is not shown". Nominal, so that readers and documents see it; at run time it is
 * a plain string.
 *
 * @category models
 * @since 0.1.0
 */
export type RedactionMarker = string & {
  /** Only there for the compiler. */
  readonly [mark]: true
}

/**
 * A sensitive member: its value, or the mark that stands for it. Where `T` is a string the two cannot be told apart by the compiler, only
 * by `isRedacted`.
 *
 * @category models
 * @since 0.1.0
 */
export type Redacted<T> = T | RedactionMarker

/** The markers that are texts of their own; runs of asterisks are markers too. */
export const MARKERS: ReadonlyArray<string> = [
  'HIDDEN_DUE_TO_SECURITY_REASONS',
  'HIDDEN_FOR_SECURITY_REASONS',
  '<sensitiveDataRemoved>',
  'Value hidden due to security reasons.',
]

const ASTERISK = 42

/**
 * Whether a value is one of the marks CloudTrail hides values behind: `HIDDEN_DUE_TO_SECURITY_REASONS`, `HIDDEN_FOR_SECURITY_REASONS`,
 * `<sensitiveDataRemoved>`, `Value hidden due to security reasons.`, or nothing but three or more asterisks. One or two asterisks
 * are ordinary values.
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
 * The value of a sensitive member, or `undefined` where a mark stands for it. Absent and null come back as they are.
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
