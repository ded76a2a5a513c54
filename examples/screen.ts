/** The demo's screen: the tables, colours and safe texts of the command, and lines of text broken between words. */
import { type Colours, coloursFor } from '../src/cli/colour.js'
import { type Column, columnWidths, tableLine } from '../src/cli/table.js'
import { widthOf } from '../src/cli/width.js'

export { escaped } from '../src/cli/escape.js'
export type { Column } from '../src/cli/table.js'

export type Colour = 'bold' | 'dim' | 'red' | 'yellow'

export interface Screen {
  readonly width: number
  readonly colours: Colours
}

/** On a terminal in colour, unless NO_COLOR says otherwise; 100 columns where there is no terminal. */
export function screenOf(stream: NodeJS.WriteStream, width?: number): Screen {
  return { width: width ?? stream.columns ?? 100, colours: coloursFor(stream, process) }
}

/** A row; one with a single cell stands across all columns. */
export interface Row {
  readonly cells: ReadonlyArray<string>
  readonly colour?: Colour | undefined
}

/** Rows as lines that fit the screen; cells must be safe to print. */
export function tableLines(columns: ReadonlyArray<Column>, rows: ReadonlyArray<Row>, { width, colours }: Screen): ReadonlyArray<string> {
  const heads: Row = { cells: columns.map(({ head }) => head), colour: 'bold' }
  const widths = columnWidths(
    columns,
    rows.map(({ cells }) => cells).filter((cells) => cells.length > 1),
    width,
  )
  return [heads, ...rows].map(({ cells, colour }) => {
    const line = cells.length > 1 ? tableLine(columns, widths, cells) : cells.join('')
    return colour === undefined ? line : colours[colour](line)
  })
}

/** Text in lines of at most `width` columns, broken between words; the first line and the others have their own indents. */
export function wrapped(text: string, width: number, first = '', others = first): ReadonlyArray<string> {
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ')) {
    const indent = lines.length === 0 ? first : others
    if (line !== '' && widthOf(`${line} ${word}`) > width) {
      lines.push(line)
      line = others + word
    } else {
      line = line === '' ? indent + word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
