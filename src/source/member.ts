/**
 * Finds members of an object by name without parsing the whole object.
 *
 * @module
 */
import { parseJson } from '../scalar/json.js'
import { textOf } from './json.js'
import { BACKSLASH, COLON, COMMA, closingQuote, endOfSegment, QUOTE, skipWhite } from './scan.js'

/** A character takes six bytes at most: `\u0052`. */
const ESCAPED = 6

/**
 * Returns where the value of the member at `from` begins if the member has this name, which is plain ASCII; else -1.
 */
export function valueNamed(bytes: Uint8Array, from: number, to: number, name: string): number {
  const open = skipWhite(bytes, from, to)
  if (bytes[open] !== QUOTE) return -1
  const first = bytes[open + 1]
  if (first !== name.charCodeAt(0) && first !== BACKSLASH) return -1
  const close = closingQuote(bytes, open + 1, to)
  if (close < 0 || !isName(bytes, open, close, name)) return -1
  const colon = skipWhite(bytes, close + 1, to)
  return bytes[colon] === COLON ? skipWhite(bytes, colon + 1, to) : -1
}

/** Whether the string between these quotes is this name. */
export function isName(bytes: Uint8Array, open: number, close: number, name: string): boolean {
  const length = close - open - 1
  if (length < name.length || length > ESCAPED * name.length) return false
  return parseJson(textOf(bytes, open, close + 1))?.value === name
}

/**
 * Returns where the value of a member of the object at `open` begins, or -1. If several have the name, the last counts,
 * as for `JSON.parse`.
 */
export function memberAt(bytes: Uint8Array, open: number, to: number, name: string): number {
  let found = -1
  for (let at = open + 1; at > 0 && at < to; ) {
    const value = valueNamed(bytes, at, to, name)
    if (value >= 0) found = value
    const end = endOfSegment(bytes, at, to)
    at = bytes[end] === COMMA ? end + 1 : to
  }
  return found
}
