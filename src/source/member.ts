/**
 * Members of an object by name, found by the scan: for objects that are not to be parsed whole.
 *
 * @module
 */
import { parsed, textOf } from './json.js'
import { BACKSLASH, COLON, COMMA, closingQuote, endOfSegment, QUOTE, skipWhite } from './scan.js'

/** A character takes six bytes at most: `\u0052`. */
const ESCAPED = 6

/** Where the value of the member that begins at `from` begins, if that member has this name, which is plain ASCII; else -1. */
export function valueNamed(text: Uint8Array, from: number, to: number, name: string): number {
  const open = skipWhite(text, from, to)
  if (text[open] !== QUOTE) return -1
  const first = text[open + 1]
  if (first !== name.charCodeAt(0) && first !== BACKSLASH) return -1
  const close = closingQuote(text, open + 1, to)
  if (close < 0 || !isName(text, open, close, name)) return -1
  const colon = skipWhite(text, close + 1, to)
  return text[colon] === COLON ? skipWhite(text, colon + 1, to) : -1
}

/** Whether the string between these quotes is this name. */
export function isName(text: Uint8Array, open: number, close: number, name: string): boolean {
  const length = close - open - 1
  if (length < name.length || length > ESCAPED * name.length) return false
  return parsed(textOf(text, open, close + 1))?.value === name
}

/** Where the value of a member of the object at `open` begins, or -1. Of several with the name the last counts, as for `JSON.parse`. */
export function memberAt(text: Uint8Array, open: number, to: number, name: string): number {
  let found = -1
  for (let at = open + 1; at > 0 && at < to; ) {
    const value = valueNamed(text, at, to, name)
    if (value >= 0) found = value
    const end = endOfSegment(text, at, to)
    at = text[end] === COMMA ? end + 1 : to
  }
  return found
}
