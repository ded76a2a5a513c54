/**
 * The command `summary`: who is busy, with what, on what, what fails, and when.
 *
 * @module
 */
import type { Command } from 'commander'
import { Counter } from './census.js'
import { censusText } from './census-text.js'
import { escaped } from './escape.js'
import { FOUND, OK } from './exit-code.js'
import type { SummaryPart } from './part.js'
import type { SummaryCommandOptions } from './program.js'
import { predicateOf, readingOf } from './reading.js'
import type { Streams } from './screen.js'
import { tallyLine } from './tally.js'
import { inThreads, threadsFor } from './threads.js'

/** A trail may log writes alone, and rules of EventBridge leave reads out unless told otherwise. */
const NO_READS = 'there is no read among them, which proves nothing: the trail may not log reads'

/** Runs the command and answers its exit status. */
export async function summary(
  paths: ReadonlyArray<string>,
  options: SummaryCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  const reading = await readingOf(paths, predicateOf(options, command), options, streams)
  const { screen, tally, logs, parts } = reading
  const counter = new Counter()
  const threads = threadsFor(logs.files, options.workers)
  if (threads > 1) {
    for await (const part of inThreads<SummaryPart>(reading, 'summary', { options }, threads)) counter.merge(part.counts)
  } else {
    for await (const { records } of parts()) for (const record of records) counter.add(record)
  }
  const census = counter.result(options.top)
  const warnings = census.calls > 0 && census.reads === 0 && options.writes !== true ? [NO_READS] : []
  if (options.json) {
    const { files: count, records, glue, unknown, nonconforming, broken } = tally
    const data = { files: count, records, glue, unknown, nonconforming, broken, ...census, warnings }
    await screen.write(`${escaped(JSON.stringify(data))}\n`)
  } else {
    await screen.write(censusText(census, screen))
    for (const line of warnings) screen.complain(line)
  }
  screen.end(tallyLine(tally))
  return tally.broken > 0 ? FOUND : OK
}
