/**
 * A table for people: who did what, how it went, from where. One record is one line.
 *
 * @module
 */
import type { Colours } from '../colour.js'
import type { Form } from '../form.js'
import { type Row, rowOf } from '../row.js'
import type { Shown } from '../shown.js'
import { type Column, columnWidths, tableLine } from '../table.js'

/** Where a table is shown. */
export interface TableSettings {
  /** How many characters a line may have. */
  readonly width: number
  readonly colours: Colours
}

/** The widths of columns are those of so many records at the beginning; more are written as they come. */
const SAMPLE = 500

/** A terminal narrower than this shows date, account and region in lines of their own, above the records that share them. */
const WIDE = 150

const TIME: Column = { head: 'UTC', cut: 'end', least: 8 }
const CALL: ReadonlyArray<Column> = [
  { head: 'who', cut: 'middle', least: 14 },
  { head: 'API', cut: 'end', least: 11 },
  { head: 'what', cut: 'middle', least: 12 },
  { head: 'outcome', cut: 'end', least: 9 },
  { head: 'from', cut: 'end', least: 15 },
]
const PLACE: ReadonlyArray<Column> = [
  { head: 'account', cut: 'end', least: 12 },
  { head: 'region', cut: 'end', least: 9 },
]

export function table({ width, colours }: TableSettings): Form {
  const wide = width >= WIDE
  const columns = wide ? [TIME, ...CALL, ...PLACE] : [TIME, ...CALL]
  const call = (row: Row): ReadonlyArray<string> => [row.who, row.api, row.what, outcomeOf(row), row.from]
  const cellsOf = (row: Row): ReadonlyArray<string> =>
    wide ? [`${row.date} ${row.time}`, ...call(row), row.account, row.region] : [row.time, ...call(row)]
  let widths: ReadonlyArray<number> | undefined
  let waiting: Array<Row> = []
  let group: string | undefined

  const lineOf = (row: Row): string => {
    const line = `${painted(row, colours)(tableLine(columns, widths ?? [], cellsOf(row)))}\n`
    if (wide) return line
    const before = group
    group = [row.date, row.account, row.region].filter((part) => part !== '').join('  ')
    if (group === before) return line
    return `${before === undefined ? '' : '\n'}${colours.bold(group)}\n${line}`
  }
  const flushed = (): string => {
    if (waiting.length === 0) return ''
    widths = columnWidths(columns, waiting.map(cellsOf), width)
    const heads = tableLine(
      columns,
      widths,
      columns.map(({ head }) => head),
    )
    const text = `${colours.bold(heads)}\n${waiting.map(lineOf).join('')}`
    waiting = []
    return text
  }
  return {
    begin: () => '',
    record: (shown: Shown) => {
      const row = rowOf(shown)
      if (widths !== undefined) return lineOf(row)
      waiting.push(row)
      return waiting.length < SAMPLE ? '' : flushed()
    },
    end: flushed,
  }
}

/** A mark says that the call did not fail, unless an error stands before it. */
const outcomeOf = ({ outcome, failed, marks }: Row): string => (failed || marks.length === 0 ? [outcome, ...marks] : marks).join(', ')

/** What failed and what is odd stands out; reads, which are most of a day, stand back. */
function painted(row: Row, colours: Colours): (text: string) => string {
  if (row.marks.length > 0) return colours.yellow
  if (row.failed) return colours.red
  return row.read ? colours.dim : String
}
