/**
 * The command `decode`: writes the selected records, and reports what was broken and how much was read.
 *
 * @module
 */
import type { Command } from 'commander'
import { columnsIn } from './column.js'
import { decodeInThreads } from './decode-threads.js'
import { FOUND, OK } from './exit-code.js'
import { filesFail } from './failure.js'
import { csv } from './form/csv.js'
import { json } from './form/json.js'
import { ndjson } from './form/ndjson.js'
import { table } from './form/table.js'
import type { Form } from './form.js'
import { hintsFor } from './hints.js'
import { EXPLAINED, type Format, type TextCommandOptions } from './options.js'
import { Output } from './output.js'
import { plural } from './plural.js'
import { predicateOf, readingOf } from './reading.js'
import type { Screen, Streams } from './screen.js'
import { tallyLine } from './tally.js'
import { threadsFor } from './threads.js'
import { verificationOf } from './verify.js'
import { Watch } from './watch.js'

/** Runs the command and returns its exit status. */
export async function decode(
  paths: ReadonlyArray<string>,
  options: TextCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const columns = columnsIn(options.columns, command)
  if (columns?.includes('integrity') === true && options.verify !== true) {
    return command.error("error: the column 'integrity' needs '--verify'")
  }
  const where = predicateOf(options, command)
  const verification = await verificationOf(paths, where, options, command)
  const reading = await readingOf(paths, where, options, command, streams, verification)
  const { screen, tally, logs, parts } = reading
  const format = options.format ?? (screen.isTerminal ? 'table' : columns === undefined ? 'ndjson' : 'csv')
  const form = formOf(format, screen, columns, options.limit)
  if (columns !== undefined && format !== 'table' && format !== 'csv') {
    return command.error("error: '--columns' is for '--format table' and '--format csv'")
  }
  if (options.explain === true && format === 'csv') return command.error(EXPLAINED)
  // A table knows its columns from the records before, and a limit what was written before; the digests are in the
  // memory of this thread.
  const threads =
    format === 'table' || options.limit !== undefined || options.unique === true || verification !== undefined
      ? 1
      : threadsFor(logs.files, options.workers)
  if (format !== 'table' && threads > 1) return decodeInThreads(reading, { form, format, options }, threads)
  const watch = new Watch(options, screen, format === 'table')
  const output = new Output()
  output.add(form.begin())
  for await (const { records } of parts()) {
    for (const record of records) {
      if (watch.isFull) break
      watch.look(record)
      for (const piece of form.pieces?.(record) ?? [form.record(record)]) {
        output.add(piece)
        if (output.isFull) await screen.write(output.take())
      }
    }
    await screen.write(output.take())
    if (watch.isFull) break
  }
  output.add(form.end())
  await screen.write(output.take())
  for (const line of await hintsFor(reading, options)) screen.note(line)
  const misplaced = form.misplaced?.() ?? 0
  const lastLine = [
    tallyLine(tally, watch.endedAt),
    ...(misplaced === 0 ? [] : [`${plural(misplaced, 'row')} not in order of time`]),
    ...(verification === undefined ? [] : [verification.line()]),
  ]
  await screen.end(lastLine.join(', '))
  return watch.failed || filesFail(tally, options, verification) ? FOUND : OK
}

function formOf(format: Format, screen: Screen, columns: ReadonlyArray<string> | undefined, limit: number | undefined): Form {
  switch (format) {
    case 'table':
      return table({ ...screen, columns, limit })
    case 'ndjson':
      return ndjson
    case 'json':
      return json()
    case 'csv':
      return csv(columns)
  }
}
