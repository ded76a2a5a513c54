/**
 * Formats sheets for a terminal, wrapped to a width, without colour.
 *
 * @module
 */
import type { Row, Section, Sheet } from './sheet.js'

/** The default width of a line. */
const DEFAULT_WIDTH = 100

const NARROWEST = 40

const MARGIN = '  '

/** At smaller widths, a description is under its name instead of beside it. */
const LEAST_BESIDE = 24

/** Wraps words into lines of at most so many characters; a longer word has its own line. */
export function wrap(content: string, width: number): ReadonlyArray<string> {
  const lines: Array<string> = []
  let line = ''
  for (const word of content.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** Formats a sheet; no line is longer than the width except for longer words. */
export function sheetText({ title, facts, page, sections }: Sheet, width: number = DEFAULT_WIDTH): string {
  const columns = Number.isFinite(width) ? Math.max(Math.floor(width), NARROWEST) : DEFAULT_WIDTH
  const rows = [...facts, ...(page === undefined ? [] : [{ name: 'AWS page', text: page }])]
  return [
    title,
    ...(rows.length === 0 ? [] : ['', ...rowsLines(rows, columns)]),
    ...sections.flatMap((section) => ['', ...sectionLines(section, columns)]),
  ].join('\n')
}

function sectionLines({ title, text: content, page, rows, none }: Section, width: number): ReadonlyArray<string> {
  const paragraph = (sentences: string | undefined): ReadonlyArray<string> =>
    sentences === undefined ? [] : indented(MARGIN, wrap(sentences, width - MARGIN.length))
  const intro = [...paragraph(content), ...paragraph(page)]
  if (rows.length === 0) return [title, ...intro, ...paragraph(none)]
  return [title, ...intro, ...(intro.length === 0 ? [] : ['']), ...rowsLines(rows, width)]
}

function rowsLines(rows: ReadonlyArray<Row>, width: number): ReadonlyArray<string> {
  const longest = Math.max(...rows.map(({ name }) => name.length))
  return rows.flatMap((row) => rowLines(row, longest, width))
}

function rowLines(row: Row, longest: number, width: number): ReadonlyArray<string> {
  const description = rowText(row)
  const beside = MARGIN.length + longest + MARGIN.length
  if (description === '') return [MARGIN + row.name]
  if (width - beside < LEAST_BESIDE) {
    const under = MARGIN + MARGIN
    return [MARGIN + row.name, ...indented(under, wrap(description, width - under.length))]
  }
  const [first = '', ...rest] = wrap(description, width - beside)
  return [`${MARGIN}${row.name.padEnd(longest)}${MARGIN}${first}`, ...indented(' '.repeat(beside), rest)]
}

/** Returns the description of a row: type and notes, then sentences. */
function rowText({ type, notes = [], values, text: content }: Row): string {
  const head = [...(type === undefined ? [] : [type]), ...notes].join(', ')
  const sentences = [
    ...(values === undefined ? [] : [`One of ${values.join(', ')}; open to others.`]),
    ...(content === undefined ? [] : [content]),
  ]
  return sentences.length === 0 ? head : [...(head === '' ? [] : [`${head}.`]), ...sentences].join(' ')
}

const indented = (margin: string, lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.map((line) => margin + line)
