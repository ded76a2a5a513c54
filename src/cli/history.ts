/**
 * The command `history`: what became of a table.
 *
 * @module
 */
import type { Command } from 'commander'
import type { RecordPredicate } from '../event/predicate.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { historyOf } from '../insight/history.js'
import { concernOf, tableAsked } from '../insight/history-match.js'
import { csvLine } from './csv-line.js'
import { escaped } from './escape.js'
import { FOUND, OK } from './exit-code.js'
import { ENTRY_COLUMNS, entryOf } from './history-entry.js'
import { historyText } from './history-text.js'
import type { Format, HistoryCommandOptions } from './program.js'
import { readingOf } from './reading.js'
import type { Screen, Streams } from './screen.js'
import { tallyLine } from './tally.js'

/** Runs the command and answers its exit status. */
export async function history(
  table: string,
  paths: ReadonlyArray<string>,
  options: HistoryCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const asked = tableAsked(table)
  if (asked === undefined) return command.error(`error: ${table} is no table: database.table, or the ARN of one`)
  const where: RecordPredicate = {
    test: (record) => {
      const concern = concernOf(record, asked)
      return concern === undefined ? 'NO' : concern.gap === undefined ? 'YES' : 'UNKNOWN'
    },
  }
  const { screen, tally, parts } = await readingOf(paths, where, options, streams)
  // Those that concern one table, out of files however many.
  const concerned: Array<NonconformingRecord> = []
  for await (const { records } of parts()) for (const { record } of records) concerned.push(record)
  const events = historyOf(concerned, table)
  await screen.write(textOf(events, options.format ?? (screen.isTerminal ? 'table' : 'ndjson'), screen))
  if (events.length === 0)
    screen.complain(escaped(`nothing is told of ${table} here, which proves nothing: trails need not log every kind of call`))
  screen.end(tallyLine(tally))
  return tally.broken > 0 ? FOUND : OK
}

function textOf(events: ReturnType<typeof historyOf>, format: Format, screen: Screen): string {
  const lines = (): ReadonlyArray<string> => events.map((event) => escaped(JSON.stringify(entryOf(event))))
  switch (format) {
    case 'table':
      return historyText(events, screen)
    case 'ndjson':
      return lines()
        .map((line) => `${line}\n`)
        .join('')
    case 'json':
      return `[\n${lines().join(',\n')}\n]\n`
    case 'csv':
      return [
        Object.keys(ENTRY_COLUMNS),
        ...events.map((event) => {
          const entry = entryOf(event)
          return Object.values(ENTRY_COLUMNS).map((column) => column(entry) ?? '')
        }),
      ]
        .map(csvLine)
        .join('')
  }
}
