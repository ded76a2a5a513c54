/**
 * The kind of a value in words, for messages that must not show the value.
 *
 * @module
 */
import { isRedacted } from './redacted.js'

/** Returns `a string`, `a list`, `nothing` and so on; `a redacted value` for a redaction marker. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  try {
    if (Array.isArray(value)) return 'a list'
  } catch {
    // A revoked proxy.
    return 'an unreadable object'
  }
  if (isRedacted(value)) return 'a redacted value'
  const type = typeof value
  return type === 'object' ? 'an object' : `a ${type}`
}
