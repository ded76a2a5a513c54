/**
 * Values of records in a form that is safe to print. Callers choose the names in a record: an escape sequence in the
 * name of a table must not reach the terminal, and an invisible character must not make two names look alike.
 *
 * @module
 */
import { escapeOf, UNPRINTABLE } from '../codec/path.js'
import { clipped } from './clip.js'
import { inSlices } from './slices.js'

/** Returns the string with each unsafe character as JSON escapes it, `\u001b`. A JSON string keeps its value. */
export const escaped = (content: string): string => inSlices(content, (slice) => slice.replace(UNPRINTABLE, knownEscape))

/** The most UTF-16 units of a line on standard error. */
const MOST_UNITS = 2000

/** Returns what is written of a line on standard error: it may repeat arguments, names of files and messages. */
export const errorLine = (content: string): string => escaped(clipped(content, MOST_UNITS))

/** Returns JSON in several lines with the same escapes; its line ends stay. */
export const escapedLines = (json: string): string => json.split('\n').map(escaped).join('\n')

/** The escape of each unsafe character that was met: a string may have a million of them. */
const known = new Map<string, string>()

function knownEscape(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const units = escapeOf(character)
  known.set(character, units)
  return units
}
