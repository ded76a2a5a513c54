/**
 * `decode - --stream`: lines in, lines out, as `RDD.pipe` of Spark and Hadoop streaming want it. Each line is a record or the text of a whole log file; what
 * comes of it is written before more is waited for.
 *
 * @module
 */
import type { Command } from 'commander'
import { decodeLog } from '../source/decode-log.js'
import { limitsOf } from '../source/limits.js'
import { brokenIn, isDigest } from './broken.js'
import { countRecords } from './count.js'
import { FOUND, OK } from './exit-code.js'
import { ndjson } from './form/ndjson.js'
import { linesOf } from './lines.js'
import { STANDARD_INPUT } from './logs.js'
import type { DecodeCommandOptions } from './program.js'
import { predicateOf } from './reading.js'
import { type Streams, screenOf } from './screen.js'
import { shownIn } from './shown.js'
import { emptyTally, tallyLine } from './tally.js'
import { Watch } from './watch.js'

const BLANK = /^[\t\r ]*$/

/** Text is written in pieces of about this length, so that a line of many records is not held as text as well. */
const PIECE = 64 * 1024

/** Runs the command and answers its exit status. A line that is broken fails the run only where `--fail-on broken` says so: engines take a failure for lost work. */
export async function stream(
  paths: ReadonlyArray<string>,
  options: DecodeCommandOptions,
  command: Command,
  { stderr, ...streams }: Streams,
): Promise<number> {
  if (paths.length !== 1 || paths[0] !== STANDARD_INPUT) return command.error("error: '--stream' reads standard input alone: -")
  if (options.format !== undefined && options.format !== 'ndjson') return command.error("error: '--stream' writes ndjson alone")
  const where = predicateOf(options, command)
  // No bar, on no terminal.
  const screen = await screenOf({ ...streams, stderr: { write: (text, written) => stderr.write(text, written) } }, 0, options.color)
  const tally = { ...emptyTally(), files: 1 }
  const watch = new Watch(options, screen)
  const strict = options.strict === true
  const limit = limitsOf({}).maxBytes
  const complain = (line: string): void => {
    tally.broken++
    screen.complain(line)
  }
  reading: for await (const lines of linesOf(streams.stdin, limit)) {
    let text = ''
    for (const { number, bytes } of lines) {
      const path = `line ${number}`
      if (bytes === undefined) {
        complain(`${path}: expected at most ${limit} bytes, received more`)
        continue
      }
      if (bytes.length < 64 && BLANK.test(Buffer.from(bytes).toString('latin1'))) continue
      const log = { path, size: bytes.length, ...(await decodeLog(bytes, { where, strict })) }
      countRecords(tally, log)
      if (isDigest(log)) tally.digests++
      for (const line of brokenIn(log)) complain(line)
      for (const record of shownIn(log, options)) {
        watch.look(record)
        text += ndjson.record(record)
        if (text.length > PIECE) {
          await screen.write(text)
          text = ''
        }
        if (watch.isFull) {
          await screen.write(text)
          break reading
        }
      }
    }
    await screen.write(text)
  }
  await screen.end(tallyLine(tally, watch.endedAt))
  return watch.failed || (options.failOn.includes('broken') && tally.broken > 0) ? FOUND : OK
}
