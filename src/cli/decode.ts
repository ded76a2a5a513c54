/**
 * The command `decode`: reads files, writes the records that are wanted, and says what was broken and how much there was.
 *
 * @module
 */
import type { Command } from 'commander'
import { filterOf } from '../filter/filter.js'
import { formatFilterIssues } from '../filter/issue.js'
import { brokenIn, isDigest } from './broken.js'
import { FOUND, OK } from './exit-code.js'
import { departure, fails } from './failure.js'
import { fieldsOf, unknownApis } from './filter-options.js'
import { csv } from './form/csv.js'
import { json } from './form/json.js'
import { ndjson } from './form/ndjson.js'
import { table } from './form/table.js'
import type { Form } from './form.js'
import { logsIn } from './logs.js'
import type { DecodeCommandOptions, Format } from './program.js'
import { type Screen, type Streams, screenOf } from './screen.js'
import { byTime, shownIn } from './shown.js'
import { emptyTally, tallyLine } from './tally.js'

/** Text is written in pieces of about this length: every write is a system call, and nothing is to be held for long. */
const PIECE = 64 * 1024

/** Runs the command and answers its exit status. */
export async function decode(
  paths: ReadonlyArray<string>,
  options: DecodeCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const filter = filterOf(fieldsOf(options))
  if (filter._tag === 'Left') {
    const lines = formatFilterIssues(filter.left).map((line) => `--${line}`)
    return command.error(`error: ${lines.join('\n       ')}`)
  }
  const logs = await logsIn(paths, streams.stdin)
  const screen = await screenOf(streams, logs.total, options.color)
  for (const line of unknownApis(options)) screen.complain(line)

  const format = options.format ?? (screen.isTerminal ? 'table' : 'ndjson')
  const form = formOf(format, screen)
  const tally = emptyTally()
  const limit = options.limit ?? Number.POSITIVE_INFINITY
  let shown = 0
  let failed = false
  let text = form.begin()
  for await (const log of logs.read({ where: filter.right })) {
    tally.files++
    tally.records += log.counts.records
    tally.glue += log.counts.glue
    tally.matched += log.counts.matched
    tally.unknown += log.counts.unknown
    tally.departing += log.entries.filter(({ outcome }) => outcome._tag === 'Both').length
    if (isDigest(log)) tally.digests++
    for (const line of brokenIn(log)) {
      tally.broken++
      screen.complain(line)
    }
    const records = shownIn(log, { knownOnly: options.knownOnly, redacted: options.redact })
    for (const record of format === 'table' ? byTime(records) : records) {
      if (shown === limit) break
      shown++
      if (options.failOn.some((failure) => fails(record, failure))) failed = true
      if (options.failOn.includes('departing')) for (const line of departure(record)) screen.complain(line)
      text += form.record(record)
      if (text.length > PIECE) {
        await screen.write(text)
        text = ''
      }
    }
    await screen.write(text)
    text = ''
    if (shown === limit) break
    screen.advance(log.done)
  }
  await screen.write(text + form.end())
  screen.end(tallyLine(tally, shown === limit ? limit : undefined))
  return failed || tally.broken > 0 ? FOUND : OK
}

function formOf(format: Format, screen: Screen): Form {
  switch (format) {
    case 'table':
      return table(screen)
    case 'ndjson':
      return ndjson
    case 'json':
      return json()
    case 'csv':
      return csv
  }
}
