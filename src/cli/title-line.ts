/**
 * Headings within a table.
 *
 * @module
 */
import { fitted, widthOf } from './width.js'

/** Headings are lines across the table, and no longer than this. */
const LONGEST = 100

/** Returns a heading as a line, which does not look like a row. */
export function titleLine(title: string, width: number): string {
  const missing = Math.min(width, LONGEST) - widthOf(title) - 4
  return missing < 0 ? fitted(title, width, 'end').trimEnd() : `── ${title} ${'─'.repeat(missing)}`
}
