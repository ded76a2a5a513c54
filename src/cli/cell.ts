/**
 * Values of records as cells that are safe to print and bounded in length.
 *
 * @module
 */
import { firstUnits, lastUnits } from './clip.js'
import { escaped } from './escape.js'

/** The most UTF-16 units that a cell keeps of each end. A name in a record may have megabytes. */
const END = 200

/**
 * Returns the value as a cell: clipped first, so that the cost of a cell does not grow with the value, then escaped. An
 * ellipsis of the value is escaped too, so that one in a cell always says that something was cut.
 */
export function cellOf(value: string): string {
  const shown = (part: string): string => escaped(part).replaceAll('…', '\\u2026')
  if (value.length <= 2 * END) return shown(value)
  // A copy: parts of a string keep all of it in memory, and a table holds many cells.
  return Buffer.from(`${shown(firstUnits(value, END))}…${shown(lastUnits(value, END))}`).toString()
}
