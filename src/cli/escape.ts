/**
 * Values of records in a form that is safe to print. Callers choose the names in a record: an escape sequence in the
 * name of a table must not reach the terminal, and an invisible character must not make two names look alike.
 *
 * @module
 */
import { inSlices } from './slices.js'

/**
 * Control and format characters (bidirectional and zero-width ones among them), line and paragraph separators, lone
 * surrogates, whatever is not drawn.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/gu

/** Returns the string with each unsafe character as JSON escapes it, `\u001b`. A JSON string keeps its value. */
export const escaped = (content: string): string => inSlices(content, (slice) => slice.replace(UNSAFE, escapeOf))

/** The escape of each unsafe character that was met: a string may have a million of them. */
const known = new Map<string, string>()

function escapeOf(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  let units = ''
  for (let i = 0; i < character.length; i++) units += unitEscape(character.charCodeAt(i))
  known.set(character, units)
  return units
}

/** Returns a UTF-16 unit as JSON escapes it. */
const unitEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`
