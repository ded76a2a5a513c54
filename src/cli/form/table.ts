/**
 * A table for people: who did what, how it went, from where. One record is one line, in the order of time.
 *
 * @module
 */
import { eventTimeOf } from '../../insight/event-time.js'
import { cellOf } from '../cell.js'
import type { Colours } from '../colour.js'
import { cellsOf } from '../column.js'
import { contentOf } from '../csv-line.js'
import { EarliestRows } from '../earliest-rows.js'
import type { Form } from '../form.js'
import { plural } from '../plural.js'
import { ITEMS_UNKNOWN, type Row, tableRow } from '../row.js'
import { RowOrder, type TimedRow } from '../row-order.js'
import type { Shown } from '../shown.js'
import { type Column, columnWidths, tableLine } from '../table.js'
import { titleLine } from '../title-line.js'
import { reasonLine, reasonUndecided } from '../undecided.js'
import { fitted, wrapped } from '../width.js'

/** How a table is shown. */
export interface TableSettings {
  /** How many columns of the terminal a line may have. */
  readonly width: number
  readonly colours: Colours
  /** The names of the table's columns, where the user names some. */
  readonly columns?: ReadonlyArray<string> | undefined
  /** The most rows. Records about which the filter cannot decide are only shown where matches leave room. */
  readonly limit?: number | undefined
  /** The window in which rows are sorted, as `RowOrder` takes it. */
  readonly window?: number
}

/** The widths of columns follow from this many rows at the beginning. */
const SAMPLE = 500

/** A narrower terminal shows date, account and region in headings, above the records that share them. */
const WIDE = 150

/** The most records about which the filter cannot decide that are shown: the earliest. */
const MOST_UNDECIDED = 1000

/** The most cut values of a column that are remembered, to tell apart later values that look the same. */
const MOST_REMEMBERED = 10_000

const TIME: Column = { head: 'time', cut: 'end', least: 8 }
const CALL: ReadonlyArray<Column> = [
  { head: 'actor', cut: 'middle', least: 14 },
  { head: 'api', cut: 'middle', least: 20 },
  { head: 'resource', cut: 'middle', least: 12 },
  { head: 'outcome', cut: 'end', least: 9 },
  { head: 'address', cut: 'end', least: 9 },
]
const PLACE: ReadonlyArray<Column> = [
  { head: 'account', cut: 'end', least: 12 },
  { head: 'region', cut: 'end', least: 9 },
]

const LEGEND: Readonly<Record<string, string>> = {
  '?': 'the call may have acted on more than its record names',
  nonconforming: 'the record does not match the model',
  omitted: 'CloudTrail omitted a payload for its size',
  [ITEMS_UNKNOWN]: 'no response says which items of the batch failed',
  exposed: 'the record shows a secret',
  redacted: 'CloudTrail redacted a value',
  invalid: 'the log file is not what CloudTrail delivered',
  unproven: 'the digest that names the log file is not proven',
  unreferenced: 'no digest names the log file, and one should',
  pending: 'the log file is newer than the newest digest',
  outside: 'no proven digest covers the delivery of the log file',
  'not read whole': 'the log file was not read to its end',
  unknown: 'the filter cannot decide about these records; --known-only leaves them out',
}

/** A record in the table. */
interface Line extends TimedRow {
  readonly row: Row
  readonly cells: ReadonlyArray<string>
  /** Why the filter cannot decide about it, where that was asked for. */
  readonly reasons: ReadonlyArray<string>
}

/** A record about which the filter cannot decide. */
interface UndecidedLine extends Line {
  readonly reason: string
}

/** Returns the form. */
export function table({ width, colours, columns: names, limit = Number.POSITIVE_INFINITY, window }: TableSettings): Form<string> {
  const wide = names !== undefined || width >= WIDE
  const columns = names?.map((head): Column => ({ head, cut: 'middle', least: Math.min(head.length, 12) })) ?? [
    wide ? { ...TIME, head: 'time (UTC)', least: 19 } : TIME,
    ...CALL,
    ...(wide ? PLACE : []),
  ]
  const marks = new Set<string>()
  const undecided = new EarliestRows<UndecidedLine>(Math.min(MOST_UNDECIDED, limit))
  let matched = 0
  const order = new RowOrder<Line>(window)
  let widths: ReadonlyArray<number> | undefined
  let heading: string | undefined
  const people = new Map<string, string>()
  const remembered = columns.map(() => new Map<string, string>())

  const lineOf = (shown: Shown): Line => {
    const row = tableRow(shown)
    const { date, time, actor, api, resource, outcome, address, account, region } = row
    const cells =
      names !== undefined
        ? tableCells(shown, row, names)
        : [wide ? `${date} ${time}` : time, actor, api, resource, outcome, address, ...(wide ? [account, region] : [])]
    return {
      row,
      cells,
      reasons: (shown.matchReasons ?? []).map(reasonLine),
      time: timeOf(shown),
    }
  }

  /**
   * Returns a value whole, on lines of its own, where it is cut to what another value is cut to as well. An outcome
   * with a mark is whole the first time, too: the legend explains marks, so that they must be in the table.
   */
  const wholeOf = (cell: string, i: number, isMarked: boolean): ReadonlyArray<string> => {
    const { head = '', cut = 'end' } = columns[i] ?? {}
    const room = widths?.[i] ?? 0
    const shown = fitted(cell, room, cut)
    const seen = remembered[i]
    if (seen === undefined || shown.trimEnd() === cell) return []
    const known = seen.get(shown)
    if (known === cell) return []
    if (known === undefined && seen.size < MOST_REMEMBERED) {
      seen.set(shown, cell)
      if (!isMarked || head !== 'outcome') return []
    }
    return wrapped(`${head}: ${cell}`, width - INDENT.length).map((line) => colours.dim(INDENT + line))
  }

  /** Returns a line for the person of a row, unless the actor's row before was for the same person. */
  const personOf = ({ actor, onBehalfOf }: Row): ReadonlyArray<string> => {
    if ((people.get(actor) ?? '') === onBehalfOf || (onBehalfOf !== '' && onBehalfOf === actor)) return []
    if (people.size < MOST_REMEMBERED || people.has(actor)) people.set(actor, onBehalfOf)
    return [colours.dim(INDENT + fitted(`on behalf of: ${onBehalfOf || 'not logged'}`, width - INDENT.length, 'end').trimEnd())]
  }

  const written = ({ row, cells, reasons }: Line): string => {
    for (const mark of row.marks) marks.add(mark)
    if (names === undefined && row.resource.endsWith('?')) marks.add('?')
    const people = names === undefined ? personOf(row) : []
    const notes = [
      ...people,
      ...reasons.flatMap((reason) => wrapped(reason, width - INDENT.length)).map((line) => colours.dim(INDENT + line)),
    ]
    const whole = cells.flatMap((cell, i) => wholeOf(cell, i, row.marks.length > 0))
    const lines = [painted(row, colours)(tableLine(columns, widths ?? [], cells)), ...whole, ...notes]
    if (wide) return lines.map((line) => `${line}\n`).join('')
    const before = heading
    heading = headingOf(row)
    const title = heading === before ? [] : [...(before === NO_HEADING ? [] : ['']), colours.bold(titleLine(heading, width))]
    return [...title, ...lines].map((line) => `${line}\n`).join('')
  }
  /** Returns the heads of the columns, before the first lines. */
  const headsOf = (lines: ReadonlyArray<Line>): string => {
    if (widths !== undefined) return ''
    const samples = [...lines.slice(0, SAMPLE), ...undecided.rows()].slice(0, SAMPLE)
    if (samples.length === 0) return ''
    widths = columnWidths(
      columns,
      samples.map(({ cells }) => cells),
      width,
    )
    const heads = columns.map(({ head }) => head)
    return `${colours.bold(tableLine(columns, widths, heads))}\n`
  }
  const textOf = (lines: ReadonlyArray<Line>): string => headsOf(lines) + lines.map(written).join('')
  const undecidedText = (): string => {
    const rows = undecided.rows().slice(0, limit - matched)
    const reasons = [...new Set(rows.map(({ reason }) => reason))].sort()
    const sections = reasons.map((reason) => {
      const lines = rows.filter((each) => each.reason === reason)
      heading = NO_HEADING
      const title = colours.bold(titleLine(`unknown: ${plural(lines.length, 'record')}, ${reason}`, width))
      return `\n${title}\n${lines.map(written).join('')}`
    })
    const others = undecided.count - rows.length
    return sections.join('') + (others === 0 ? '' : `... and ${others} more that the filter cannot decide about\n`)
  }
  const legend = (): string => {
    const lines = Object.entries(LEGEND).filter(([mark]) => marks.has(mark))
    if (lines.length === 0) return ''
    return `\n${lines
      .flatMap(([mark, meaning]) => wrapped(`${mark}: ${meaning}`, width))
      .map((line) => `${colours.dim(line)}\n`)
      .join('')}`
  }

  return {
    begin: () => '',
    record: (shown) => {
      if (shown.match === 'UNKNOWN') {
        marks.add('unknown')
        undecided.add(timeOf(shown), () => ({ ...lineOf(shown), reason: reasonUndecided(shown.record) }))
        return ''
      }
      matched++
      const lines = order.add(lineOf(shown))
      return lines.length === 0 ? '' : textOf(lines)
    },
    end: () => textOf(order.end()) + undecidedText() + legend(),
    misplaced: () => order.misplaced,
  }
}

/** Returns the time of a record as rows are sorted by it. */
const timeOf = ({ record }: Shown): number => eventTimeOf(record) ?? Number.POSITIVE_INFINITY

const INDENT = '    '

/** Replaces the heading if another line is the title of what follows. */
const NO_HEADING = ''

const headingOf = ({ date, account, region }: Row): string =>
  [date === '' ? 'no time' : `${date} UTC`, ...(account === '' ? [] : [`account ${account}`]), ...(region === '' ? [] : [region])].join(
    '  ',
  )

/** Returns the cells of columns that the user names. Time and outcome are as in the table that has all columns. */
function tableCells(shown: Shown, row: Row, names: ReadonlyArray<string>): ReadonlyArray<string> {
  const cells = Array.from(cellsOf(shown, names), contentOf)
  return names.map((name, i) => {
    if (name === 'time') return `${row.date} ${row.time}`.trim()
    return name === 'outcome' ? row.outcome : cellOf(cells[i] ?? '')
  })
}

/** Returns the colour of a row. Failures and marks stand out; reads, which are most of a day, are dim. */
function painted(row: Row, colours: Colours): (content: string) => string {
  if (row.failed) return colours.red
  if (row.marks.length > 0) return colours.yellow
  return row.read ? colours.dim : String
}
