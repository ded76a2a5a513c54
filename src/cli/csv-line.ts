/**
 * Comma-separated values for spreadsheets: RFC 4180, and no cell that a spreadsheet runs as a formula.
 *
 * @module
 */
import { escaped } from './escape.js'

/**
 * Where a spreadsheet may find a formula: at the beginning of a cell, and after a semicolon, which separates cells in
 * many locales. Spreadsheets skip leading blanks and quotes. Full-width forms count as formulas too.
 */
const FORMULA = /(^|;)([\p{Zs}"']*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/gu

/** The same within JSON, where the character can be written as an escape and the value stays what it is. */
const FORMULA_IN_JSON = /(;[\p{Zs}']*)([=+\-@\uff0b\uff0d\uff1d\uff20])/gu

const QUOTED = /[",]/

/**
 * Returns one record as one line, its end included. Unsafe characters are escaped, line breaks and tabs among them; `'`
 * precedes what looks like a formula.
 */
export function csvLine(cells: ReadonlyArray<string>): string {
  return `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`
}

/**
 * Returns JSON for a cell of `csvLine` that changes nothing else of it: a character that would begin a formula is
 * written as its escape.
 */
export const csvJson = (json: string): string =>
  json.replace(
    FORMULA_IN_JSON,
    (_, before: string, character: string) => `${before}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Which cells are searched for a formula: most are not. */
const MAY_BE_FORMULA = /^[^A-Za-z0-9{[]/

const defused = (cell: string): string => (MAY_BE_FORMULA.test(cell) || cell.includes(';') ? cell.replace(FORMULA, "$1$2'") : cell)

/** Strings with nothing to escape: testing for these is cheaper than testing for what must be escaped. */
const PLAIN = /^[ -~]*$/

function quoted(value: string): string {
  const content = PLAIN.test(value) ? value : escaped(value)
  return QUOTED.test(content) ? `"${doubled(content)}"` : content
}

/** So many quotes are replaced at once: a million of them need twenty times the memory of the string. */
const MANY = 10_000

const QUOTE = 0x22

/** Returns the content of a cell with each quote twice. */
function doubled(content: string): string {
  let count = 0
  for (let at = content.indexOf('"'); at >= 0; at = content.indexOf('"', at + 1)) count++
  if (count < MANY) return content.replaceAll('"', '""')
  const bytes = Buffer.from(content)
  const out = Buffer.allocUnsafe(bytes.length + count)
  let length = 0
  for (const byte of bytes) {
    out[length++] = byte
    if (byte === QUOTE) out[length++] = byte
  }
  return out.toString()
}
