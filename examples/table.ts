/** A table for the terminal: columns as wide as they need to be and together no wider than the terminal, nothing in them that it would obey. */
import { styleText } from 'node:util'

export type Colour = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan'

/** What is printed where: on a terminal in colour, unless NO_COLOR says otherwise; 100 columns where there is no terminal. */
export interface Screen {
  readonly width: number
  readonly paint: (colour: Colour, text: string) => string
}

export function screenOf(stream: NodeJS.WriteStream, width?: number): Screen {
  const coloured = stream.isTTY === true && !process.env.NO_COLOR
  return { width: width ?? stream.columns ?? 100, paint: (colour, text) => (coloured ? styleText(colour, text) : text) }
}

/** Control and format characters, line and paragraph separators, lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** Values come from whoever made the call: an escape sequence in a table's name must not reach the terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
}

export interface Column {
  readonly head: string
  /** Where a cell that is too long loses characters: at its end, or in its middle where the end tells more. */
  readonly cut: 'end' | 'middle'
  /** Below this width it shrinks only when all columns are down to theirs. */
  readonly least: number
}

/** A row; one with a single cell stands across all columns. */
export interface Row {
  readonly cells: ReadonlyArray<string>
  readonly colour?: Colour | undefined
}

const GAP = '  '

/** Rows as lines of at most `screen.width` characters; cells must be printable. */
export function tableLines(columns: ReadonlyArray<Column>, rows: ReadonlyArray<Row>, screen: Screen): ReadonlyArray<string> {
  const heads: Row = { cells: columns.map(({ head }) => head), colour: 'bold' }
  const full = [heads, ...rows].filter(({ cells }) => cells.length > 1)
  const widths = fitted(
    columns.map((_, i) => [...new Set(full.map(({ cells }) => cells[i] ?? ''))].map(lengthOf)),
    columns.map(({ least }) => least),
    screen.width - GAP.length * (columns.length - 1),
  )
  const fit = (cell: string, i: number): string => padded(cell, widths[i] ?? 0, columns[i]?.cut ?? 'end')
  return [heads, ...rows].map(({ cells, colour }) => {
    const line = cells.length > 1 ? cells.map(fit).join(GAP).trimEnd() : cells.join('')
    return colour === undefined ? line : screen.paint(colour, line)
  })
}

/** Text in lines of at most `width` characters, broken between words; the first line and the others have their own indents. */
export function wrapped(text: string, width: number, first = '', others = first): ReadonlyArray<string> {
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ')) {
    const indent = lines.length === 0 ? first : others
    if (line !== '' && lengthOf(`${line} ${word}`) > width) {
      lines.push(line)
      line = others + word
    } else {
      line = line === '' ? indent + word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Takes one character after the other from where it hurts the fewest different cells, and at last from the widest column, until all fit. */
function fitted(lengths: ReadonlyArray<ReadonlyArray<number>>, least: ReadonlyArray<number>, room: number): ReadonlyArray<number> {
  const widths = lengths.map((column) => column.reduce((most, length) => Math.max(most, length), 0))
  // By column and width: how many cells are at least as long.
  const atLeast = lengths.map((column, i) => {
    const counts = new Array<number>((widths[i] ?? 0) + 1).fill(0)
    for (const length of column) counts[length] = (counts[length] ?? 0) + 1
    return counts.reduceRight<Array<number>>((sums, n, width) => {
      sums[width] = n + (sums[width + 1] ?? 0)
      return sums
    }, [])
  })
  const width = (i: number): number => widths[i] ?? 0
  const hurt = (i: number): number => (width(i) > (least[i] ?? 0) ? (atLeast[i]?.[width(i)] ?? 0) : Number.POSITIVE_INFINITY)
  for (let over = widths.reduce((sum, each) => sum + each, 0) - room; over > 0; over--) {
    const mildest = widths.reduce((best, _, i) => (hurt(i) < hurt(best) ? i : best), 0)
    const chosen = Number.isFinite(hurt(mildest)) ? mildest : widths.indexOf(Math.max(...widths))
    widths[chosen] = Math.max(width(chosen) - 1, 1)
  }
  return widths
}

const lengthOf = (text: string): number => [...text].length

function padded(text: string, width: number, cut: Column['cut']): string {
  const characters = [...text]
  if (characters.length <= width) return text + ' '.repeat(width - characters.length)
  const end = cut === 'end' ? 0 : Math.floor((width - 1) / 2)
  return `${characters.slice(0, width - 1 - end).join('')}…${characters.slice(characters.length - end).join('')}`
}
