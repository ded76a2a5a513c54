/**
 * `decode --format parquet`: writes the selected records into a folder of Parquet files.
 *
 * @module
 */
import type { Command } from 'commander'
import { rowFrom } from '../archive/row.js'
import { parquetWriter } from '../parquet/write-parquet.js'
import { FOUND, OK } from './exit-code.js'
import { filesFail } from './failure.js'
import { hintsFor } from './hints.js'
import { type DecodeCommandOptions, EXPLAINED } from './options.js'
import { plural } from './plural.js'
import { predicateOf, readingOf } from './reading.js'
import type { Streams } from './screen.js'
import { tallyLine } from './tally.js'
import { verificationOf } from './verify.js'
import { Watch } from './watch.js'

/** Runs the command and returns its exit status. */
export async function archive(
  paths: ReadonlyArray<string>,
  options: DecodeCommandOptions,
  command: Command,
  streams: Streams,
): Promise<number> {
  if (options.out === undefined) return command.error("error: '--format parquet' needs '--out <folder>'")
  if (options.explain === true) return command.error(EXPLAINED)
  const where = predicateOf(options, command)
  const verification = await verificationOf(paths, where, options, command)
  const reading = await readingOf(paths, where, options, command, streams, verification)
  const { screen, tally, parts } = reading
  const watch = new Watch(options, screen)
  const writer = await parquetWriter({ dir: options.out })
  try {
    for await (const { records } of parts()) {
      for (const record of records) {
        if (watch.isFull) break
        watch.look(record)
        await writer.write(rowFrom(record))
      }
      if (watch.isFull) break
    }
    const written = await writer.end()
    for (const line of await hintsFor(reading, options)) screen.note(line)
    const verdicts = verification === undefined ? '' : `, ${verification.line()}`
    await screen.end(`${tallyLine(tally, watch.endedAt)}${verdicts}, ${plural(written.files, 'file')} written`)
  } catch (error) {
    await writer.abandon()
    throw error
  }
  return watch.failed || filesFail(tally, options, verification) ? FOUND : OK
}
