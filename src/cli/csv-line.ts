/**
 * Comma-separated values for spreadsheets: RFC 4180, and no cell that a spreadsheet runs as a formula.
 *
 * @module
 */
import { escaped } from './escape.js'
import { beforeSemicolon, SLICE, slicesOf } from './slices.js'

/**
 * Where a spreadsheet may find a formula: at the beginning of a cell, and after a semicolon, which separates cells in
 * many locales. Spreadsheets skip leading blanks and quotes. Full-width forms count as formulas too.
 */
const FORMULA = /(^|;)([\p{Zs}"']*)(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/gu

/**
 * The same within JSON, where the character can be written as an escape and the value stays what it is. One for each
 * character: a function that returns the escape would need memory for all matches at once.
 */
const FORMULAS_IN_JSON: ReadonlyArray<readonly [formula: RegExp, harmless: string]> = [
  [/(;[\p{Zs}']*)=/gu, '$1\\u003d'],
  [/(;[\p{Zs}']*)\+/gu, '$1\\u002b'],
  [/(;[\p{Zs}']*)-/gu, '$1\\u002d'],
  [/(;[\p{Zs}']*)@/gu, '$1\\u0040'],
  [/(;[\p{Zs}']*)\uff0b/gu, '$1\\uff0b'],
  [/(;[\p{Zs}']*)\uff0d/gu, '$1\\uff0d'],
  [/(;[\p{Zs}']*)\uff1d/gu, '$1\\uff1d'],
  [/(;[\p{Zs}']*)\uff20/gu, '$1\\uff20'],
]

const QUOTED = /[",]/

/** A cell of JSON: what would begin a formula within it is written as an escape. */
export interface JsonCell {
  readonly json: string
}

export type Cell = string | JsonCell

/** Returns the content of a cell, not escaped. */
export const contentOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.json)

/**
 * Returns one record as one line, its end included. Unsafe characters are escaped, line breaks and tabs among them; `'`
 * precedes what looks like a formula.
 */
export const csvLine = (cells: ReadonlyArray<Cell>): string => Array.from(csvPieces(cells)).join('')

/** Returns the same in pieces that are to be written one by one: a line may be several times as long as its record. */
export const csvPieces = (cells: ReadonlyArray<Cell>): Iterable<string> =>
  cells.some(isLong) ? longLine(cells) : [`${cells.map(quoted).join(',')}\r\n`]

const isLong = (cell: Cell): boolean => contentOf(cell).length > SLICE

function* longLine(cells: ReadonlyArray<Cell>): Generator<string, void, undefined> {
  for (const [i, cell] of cells.entries()) {
    if (i > 0) yield ','
    if (isLong(cell)) yield* longCell(contentOf(cell), defuserOf(cell))
    else yield quoted(cell)
  }
  yield '\r\n'
}

function* longCell(content: string, defused: (part: string) => string): Generator<string, void, undefined> {
  const quote = QUOTED.test(content) ? '"' : ''
  yield quote
  for (const part of slicesOf(content, beforeSemicolon)) for (const slice of slicesOf(defused(part))) yield doubled(shown(slice))
  yield quote
}

const defuserOf = (cell: Cell): ((content: string) => string) => (typeof cell === 'string' ? defusedText : defusedJson)

/** Which cells are searched for a formula: most are not. */
const MAY_BE_FORMULA = /^[^A-Za-z0-9{[]/

const defusedText = (content: string): string =>
  MAY_BE_FORMULA.test(content) || content.includes(';') ? content.replace(FORMULA, "$1$2'") : content

const defusedJson = (json: string): string =>
  defusedText(json.includes(';') ? FORMULAS_IN_JSON.reduce((out, [formula, harmless]) => out.replace(formula, harmless), json) : json)

/** Strings with nothing to escape: testing for these is cheaper than testing for what must be escaped. */
const PLAIN = /^[ -~]*$/

const shown = (content: string): string => (PLAIN.test(content) ? content : escaped(content))

function quoted(cell: Cell): string {
  const content = shown(defuserOf(cell)(contentOf(cell)))
  return QUOTED.test(content) ? `"${doubled(content)}"` : content
}

/** Returns the content of a cell with each quote twice. */
const doubled = (content: string): string => content.replaceAll('"', '""')
