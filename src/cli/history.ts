/**
 * The command `history`: who created, changed and dropped a table.
 *
 * @module
 */
import type { Command } from 'commander'
import type { RecordPredicate } from '../event/predicate.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { historyOf } from '../insight/history.js'
import { concernOf, parseWantedTable } from '../insight/history-match.js'
import { dataText } from './data-text.js'
import { FOUND, OK } from './exit-code.js'
import { unreadHint } from './hints.js'
import { ENTRY_COLUMNS, entryOf } from './history-entry.js'
import { historyText } from './history-text.js'
import type { HistoryCommandOptions } from './options.js'
import { readingOf } from './reading.js'
import type { Streams } from './screen.js'
import { nearTable } from './table-hint.js'
import { tallyLine } from './tally.js'

/** Runs the command and returns its exit status. */
export async function history(
  table: string,
  paths: ReadonlyArray<string>,
  options: HistoryCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const requested = parseWantedTable(table)
  if (requested === undefined) return command.error(`error: '${table}' is not a table: expected database.table, or the ARN of a table`)
  const where: RecordPredicate = {
    test: (record) => {
      const concern = concernOf(record, requested)
      return concern === undefined ? 'NO' : concern.gap === undefined ? 'YES' : 'UNKNOWN'
    },
  }
  const reading = await readingOf(paths, where, options, command, streams)
  const { screen, tally, logs, parts } = reading
  // Only the records that concern the table are held, however many files there are.
  const concerned: Array<NonconformingRecord> = []
  for await (const { records } of parts()) for (const { record } of records) concerned.push(record)
  const events = historyOf(concerned, table)
  const format = options.format ?? (screen.isTerminal ? 'table' : 'ndjson')
  await screen.write(format === 'table' ? historyText(events, screen) : dataText(events.map(entryOf), format, ENTRY_COLUMNS))
  const unread = unreadHint(reading)
  const near = tally.matched > 0 || unread.length > 0 ? '' : await nearTable(table, logs)
  if (unread.length > 0) for (const line of unread) screen.note(line)
  else if (near !== '') screen.note(`no call names ${table} ${near}`)
  else if (events.length === 0) screen.note(`no call about ${table} is in these logs; a trail need not record every kind of call`)
  await screen.end(tallyLine(tally))
  return tally.broken > 0 ? FOUND : OK
}
