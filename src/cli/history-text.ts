/**
 * A table's history for people: a line for each call, and below it what it changed and what is to be known of it.
 *
 * @module
 */
import type { TableEvent } from '../insight/history.js'
import { changeLines } from './change-lines.js'
import type { Colours } from './colour.js'
import { escaped } from './escape.js'
import { type Column, columnWidths, tableLine } from './table.js'
import { whoOf } from './who.js'
import { fitted, widthOf } from './width.js'

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'UTC', cut: 'end', least: 19 },
  { head: 'kind', cut: 'end', least: 11 },
  { head: 'who', cut: 'middle', least: 16 },
  { head: 'via', cut: 'end', least: 8 },
  { head: 'API', cut: 'end', least: 11 },
]

const INDENT = '    '

const WHY: Readonly<Record<NonNullable<TableEvent['why']>, string>> = {
  NOTHING_KNOWN_BEFORE: 'what it changed cannot be told: no definition before it is known',
  OMITTED: 'its request was too large to log',
  REDACTED: 'its request is hidden',
  DENIED: 'it was denied, and its request with it',
  NONCONFORMING: 'parts of its request are hidden or have an unknown form',
  NOT_LOGGED: 'its record tells too little',
}

/** The history as text, the line end included; empty where there is none. */
export function historyText(
  events: ReadonlyArray<TableEvent>,
  { width, colours }: { readonly width: number; readonly colours: Colours },
): string {
  if (events.length === 0) return ''
  const rows = events.map(cellsOf)
  const widths = columnWidths(COLUMNS, rows, width)
  const heads = tableLine(
    COLUMNS,
    widths,
    COLUMNS.map(({ head }) => head),
  )
  const lines = events.flatMap((event, i) => [
    painted(event, colours)(tableLine(COLUMNS, widths, rows[i] ?? [])),
    ...notesOf(event, i === 0).map((note) => colours.dim(INDENT + cut(note, width - INDENT.length))),
  ])
  return [colours.bold(heads), ...lines].map((line) => `${line}\n`).join('')
}

const cut = (text: string, width: number): string => (widthOf(text) <= width ? text : fitted(text, Math.max(width, 1), 'end'))

function cellsOf({ time, kind, certain, actor, via, api }: TableEvent): ReadonlyArray<string> {
  const when = time === undefined ? '' : time.toISOString().slice(0, 19).replace('T', ' ')
  return [
    when,
    certain ? kind : `${kind}?`,
    escaped(whoOf(actor)),
    via.kind === 'UNKNOWN' ? '' : via.kind.toLowerCase().replaceAll('_', '-'),
    escaped(api),
  ]
}

function notesOf({ outcome, change, before, why, certain, tied, copy }: TableEvent, isFirst: boolean): ReadonlyArray<string> {
  return [
    ...(change === undefined ? [] : changeLines(change)),
    ...(outcome.kind === 'SUCCEEDED' ? [] : [escaped(`not done: ${outcome.code || outcome.kind.toLowerCase()}`)]),
    ...(why === undefined ? [] : [WHY[why]]),
    ...(certain ? [] : ['it may be about another table: it does not name one']),
    ...(isFirst && before === 'NOTHING' ? ['nothing is known of the table before this'] : []),
    ...(before === 'OUTDATED' && change !== undefined ? ['compared with what was known before a change that cannot be told'] : []),
    ...(tied ? ['in the same second as another: which was first is not told'] : []),
    ...(copy ? ["the same call as above, from another account's log"] : []),
  ]
}

function painted({ outcome, kind, certain }: TableEvent, colours: Colours): (text: string) => string {
  if (outcome.kind !== 'SUCCEEDED') return colours.red
  return kind === 'UNKNOWN' || !certain ? colours.yellow : String
}
