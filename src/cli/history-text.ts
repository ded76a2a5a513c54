/**
 * A table's history for people: a line for each call, and below it what it changed and what limits that answer.
 *
 * @module
 */
import { accountOf } from '../insight/account.js'
import type { TableEvent } from '../insight/history.js'
import { parseWantedTable } from '../insight/history-match.js'
import { actorLabel } from '../insight/label.js'
import { hasFailed, outcomeOf } from '../insight/outcome.js'
import { stringAt } from '../insight/string-at.js'
import { cellOf } from './cell.js'
import { changeLines } from './change-lines.js'
import { clipped } from './clip.js'
import type { Colours } from './colour.js'
import { escaped } from './escape.js'
import { plural } from './plural.js'
import { type Column, columnWidths, tableLine } from './table.js'
import { timeText } from './time-text.js'
import { titleLine } from './title-line.js'
import { wrapped } from './width.js'

const COLUMNS: ReadonlyArray<Column> = [
  { head: 'time (UTC)', cut: 'end', least: 19 },
  { head: 'kind', cut: 'end', least: 11 },
  { head: 'actor', cut: 'middle', least: 16 },
  { head: 'via', cut: 'end', least: 14 },
  { head: 'api', cut: 'middle', least: 20 },
]

const INDENT = '    '

/** The most UTF-16 units of a note. CSV and JSON have changes whole. */
const MOST_UNITS = 1000

/** The most calls that are shown of each kind of those that are not certain. */
const MOST_UNCERTAIN = 1000

const WHY: Readonly<Record<NonNullable<TableEvent['why']>, string>> = {
  NOTHING_KNOWN_BEFORE: 'what it changed is unknown: no earlier definition is known',
  OMITTED: 'its request was too large to log',
  REDACTED: 'CloudTrail redacted its request',
  DENIED: 'it was denied, and its request is not logged',
  NONCONFORMING: 'parts of its request are redacted or do not match the model',
  NOT_LOGGED: 'its record does not have what it changed',
}

/** The response of a batch call lists what failed. */
const NO_RESPONSE = 'its response, which lists what failed, was not logged'
const UNCLEAR_RESPONSE = 'its response lists what failed, and does not show whether this table did'

/** Formats the history; the last line ends with a line break. Calls that are not certain follow the others. */
export function historyText(
  events: ReadonlyArray<TableEvent>,
  { width, colours }: { readonly width: number; readonly colours: Colours },
): string {
  if (events.length === 0) return ''
  const certain = events.filter((event) => event.certain)
  const uncertain = [
    { what: 'that may have failed', all: events.filter(mayHaveFailed) },
    { what: 'that may be about another table', all: events.filter((event) => !event.certain && !mayHaveFailed(event)) },
  ].filter(({ all }) => all.length > 0)
  const shown = [...certain, ...uncertain.flatMap(({ all }) => all.slice(0, MOST_UNCERTAIN))]
  const cells = new Map(shown.map((event) => [event, cellsOf(event)]))
  const widths = columnWidths(COLUMNS, [...cells.values()], width)
  const heads = COLUMNS.map(({ head }) => head)
  const title = (content: string): string => colours.bold(titleLine(content, width))
  const places = placesOf(certain)
  const firsts = new Set([events[0], ...[...places.values()].map(([first]) => first)])
  const linesOf = (event: TableEvent): ReadonlyArray<string> => [
    painted(event, colours)(tableLine(COLUMNS, widths, cells.get(event) ?? [])),
    ...notesOf(event, firsts.has(event))
      .flatMap((note) => wrapped(escaped(clipped(note, MOST_UNITS)), width - INDENT.length))
      .map((line) => colours.dim(INDENT + line)),
  ]
  const lines = [
    colours.bold(tableLine(COLUMNS, widths, heads)),
    ...(places.size < 2 ? certain.flatMap(linesOf) : [...places].flatMap(([place, of]) => ['', title(place), ...of.flatMap(linesOf)])),
    ...uncertain.flatMap(({ what, all }) => [
      '',
      title(`unknown: ${plural(all.length, 'call')} ${what}`),
      ...all.slice(0, MOST_UNCERTAIN).flatMap(linesOf),
      ...(all.length > MOST_UNCERTAIN ? [`... and ${all.length - MOST_UNCERTAIN} more ${what}`] : []),
    ]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** Whether it is not known of a call about the table how it ended: others that are not certain show no effect. */
const mayHaveFailed = ({ certain, kind }: TableEvent): boolean => !certain && !['UNKNOWN', 'DENIED', 'FAILED'].includes(kind)

/** Returns the calls by account, region and catalog: a name in two of them is two tables. */
function placesOf(events: ReadonlyArray<TableEvent>): ReadonlyMap<string, ReadonlyArray<TableEvent>> {
  const places = new Map<string, Array<TableEvent>>()
  for (const event of events) {
    const place = placeOf(event)
    const known = places.get(place)
    if (known === undefined) places.set(place, [event])
    else known.push(event)
  }
  return places
}

/** Returns where the table is by its ARN, else where the call is logged. */
function placeOf({ record, table }: TableEvent): string {
  const arn = table === undefined ? undefined : parseWantedTable(table)
  const account = arn?.account ?? accountOf(record)
  const region = arn?.region ?? stringAt(record, 'awsRegion')
  const parts = [
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(region === undefined ? [] : [region]),
    ...(arn?.catalog ? [`catalog ${arn.catalog}`] : []),
  ]
  return cellOf(parts.join('  ') || 'account and region unknown')
}

function cellsOf({ time, kind, actor, via, api }: TableEvent): ReadonlyArray<string> {
  const when = time === undefined ? '' : timeText(time)
  return [when, kind, cellOf(actorLabel(actor)), via.kind === 'UNKNOWN' ? '' : via.kind.toLowerCase().replaceAll('_', '-'), cellOf(api)]
}

function notesOf(event: TableEvent, isFirst: boolean): ReadonlyArray<string> {
  const { outcome, change, before, tied, copy, actor } = event
  return [
    ...(actor.onBehalfOf?.userId === undefined ? [] : [`on behalf of: ${actor.onBehalfOf.userId}`]),
    ...(change === undefined ? [] : changeLines(change)),
    ...(hasFailed(outcome.kind) ? [`without effect: ${outcome.code || outcome.kind.toLowerCase()}`] : []),
    ...(outcome.kind === 'PARTIAL' ? ['some of its items failed'] : []),
    ...limitsOf(event),
    ...(isFirst && before === 'NOTHING' ? ['nothing is known of the table before this call'] : []),
    ...(before === 'OUTDATED' && change !== undefined ? ['compared with a definition that an unknown change followed'] : []),
    ...(tied ? ['in the same second as another call: their order is unknown'] : []),
    ...(copy ? ["the same call as above, from another account's log"] : []),
  ]
}

/** Returns what limits the answer about the call itself. */
function limitsOf(event: TableEvent): ReadonlyArray<string> {
  const { record, why } = event
  if (mayHaveFailed(event)) return [outcomeOf(record)?.kind === 'PARTIAL' ? UNCLEAR_RESPONSE : NO_RESPONSE]
  return why === undefined ? [] : [WHY[why]]
}

function painted({ outcome, kind, certain }: TableEvent, colours: Colours): (content: string) => string {
  if (outcome.kind !== 'SUCCEEDED') return colours.red
  return kind === 'UNKNOWN' || !certain ? colours.yellow : String
}
