/**
 * Comma-separated values for spreadsheets: RFC 4180, and no cell that a spreadsheet would run.
 *
 * @module
 */
import { escaped } from './escape.js'

/** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
const FORMULA = /^[=+\-@\uff0b\uff0d\uff1d\uff20]/

const QUOTED = /[",]/

/** One record as one line, its end included. Unsafe characters, line breaks and tabs among them, are escaped; a cell that looks like a formula begins with `'`. */
export function csvLine(cells: ReadonlyArray<string>): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Nothing that would be escaped: looking for that is cheaper than looking for what would. */
const PLAIN = /^[ -~]*$/

function csvCell(value: string): string {
  const text = PLAIN.test(value) ? value : escaped(value)
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
