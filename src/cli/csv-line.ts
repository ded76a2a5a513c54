/**
 * Comma-separated values for spreadsheets: RFC 4180, and no cell that a spreadsheet runs as a formula.
 *
 * @module
 */
import { cellWriter } from './csv-cell.js'
import { escaped } from './escape.js'
import { SLICE, slicesOf } from './slices.js'

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
export const csvLine = (cells: Iterable<Cell>): string => Array.from(csvPieces(cells)).join('')

/** Returns the same in pieces that are to be written one by one: a line may be several times as long as its record. */
export function* csvPieces(cells: Iterable<Cell>): Generator<string, void, undefined> {
  let piece = ''
  let separator = ''
  for (const cell of cells) {
    const content = contentOf(cell)
    const quote = QUOTED.test(content) ? '"' : ''
    piece += separator + quote
    if (content.length <= SLICE) piece += written(content, cell)
    else {
      const write = cellWriter(typeof cell !== 'string')
      for (const slice of slicesOf(content)) {
        yield piece
        piece = write(shown(slice))
      }
    }
    piece += quote
    separator = ','
  }
  yield `${piece}\r\n`
}

/** Strings with nothing to escape: testing for these is cheaper than testing for what must be escaped. */
const PLAIN = /^[ -~]*$/

const shown = (content: string): string => (PLAIN.test(content) ? content : escaped(content))

/** Most short cells: no quote, and no formula at the beginning or after a semicolon. */
const UNCHANGED = /^(?:[A-Za-z0-9{[][^";]*)?$/

const written = (content: string, cell: Cell): string =>
  UNCHANGED.test(content) ? shown(content) : cellWriter(typeof cell !== 'string')(shown(content))
