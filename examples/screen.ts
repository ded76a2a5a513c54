/** The demo's screen: tables, colours and escaping from the command, and word wrapping. */
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

/** Returns a screen for a stream: coloured on a terminal, unless NO_COLOR is set; 100 columns if it is not a terminal. */
export function screenOf(stream: NodeJS.WriteStream, width?: number): Screen {
  return { width: width ?? stream.columns ?? 100, colours: coloursFor(stream, process) }
}

/** A row; a single cell spans all columns. */
export interface Row {
  readonly cells: ReadonlyArray<string>
  readonly colour?: Colour | undefined
}

/** Returns rows as lines that fit the screen; cells must be escaped already. */
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

/** Wraps a paragraph into lines of at most `width` columns; the first line and the others have their own indents. */
export function wrapped(paragraph: string, width: number, first = '', others = first): ReadonlyArray<string> {
  const lines: Array<string> = []
  let line = ''
  for (const word of paragraph.split(' ')) {
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
