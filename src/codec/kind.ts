/**
 * What kind of thing a value is, in words, for messages that must not show the value.
 *
 * @module
 */
import { isRedacted } from './redacted.js'

/** `a string`, `a list`, `nothing` and so on; `a hidden value` for a mark. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (isRedacted(value)) return 'a hidden value'
  const type = typeof value
  return type === 'object' ? 'an object' : `a ${type}`
}
