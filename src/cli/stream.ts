/**
 * `decode - --stream`: lines in, lines out, as `RDD.pipe` of Spark and Hadoop streaming expect. Each line is a record
 * or a whole log file; its output is written before the next line is awaited.
 *
 * @module
 */
import type { Command } from 'commander'
import { decodeLog } from '../source/decode-log.js'
import { limitsOf } from '../source/limits.js'
import { notALog, OTHER_JSON } from '../source/log-issue.js'
import { noticesIn } from './broken.js'
import { countBatch } from './count.js'
import { FOUND, OK } from './exit-code.js'
import { filesFail } from './failure.js'
import { ndjson } from './form/ndjson.js'
import { linesOf } from './lines.js'
import { STANDARD_INPUT } from './logs.js'
import type { DecodeCommandOptions } from './options.js'
import { Output } from './output.js'
import { forgottenIn, predicateOf } from './reading.js'
import { Repeats } from './repeats.js'
import { type Streams, screenOf } from './screen.js'
import { shownIn } from './shown.js'
import { emptyTally, tallyLine } from './tally.js'
import { needVerify } from './verify.js'
import { Watch } from './watch.js'

const BLANK = /^[\t\r ]*$/

/**
 * Runs the command and returns its exit status. A broken line fails the run only with `--fail-on broken`: engines take
 * a failure for lost work.
 */
export async function stream(
  paths: ReadonlyArray<string>,
  options: DecodeCommandOptions,
  command: Command,
  { stderr, ...streams }: Streams,
): Promise<number> {
  if (paths.length !== 1 || paths[0] !== STANDARD_INPUT) return command.error("error: '--stream' reads standard input alone: -")
  if (options.format !== undefined && options.format !== 'ndjson') return command.error("error: '--stream' writes ndjson alone")
  if (options.verify === true) return command.error("error: '--verify' is not for '--stream'")
  if (options.keys !== undefined || options.record !== undefined)
    return command.error("error: '--keys' and '--record' are not for '--stream'")
  needVerify(options, command)
  const where = predicateOf(options, command)
  // No bar, on no terminal.
  const screen = await screenOf({ ...streams, stderr: { write: (bytes, written) => stderr.write(bytes, written) } }, 0, options.color)
  const tally = { ...emptyTally(), files: 1 }
  const watch = new Watch(options, screen)
  const strict = options.strict === true
  const limit = limitsOf({}).maxBytes
  const repeats = options.unique === true ? new Repeats() : undefined
  const output = new Output()
  reading: for await (const lines of linesOf(streams.stdin, limit)) {
    for (const { number, bytes } of lines) {
      const source = `line ${number}`
      if (bytes === undefined) {
        tally.broken++
        screen.complain(`${source}: expected at most ${limit} bytes, received more`)
        continue
      }
      if (bytes.length < 64 && BLANK.test(Buffer.from(bytes).toString('latin1'))) continue
      const decoded = await decodeLog(bytes, { where, strict })
      // Each line should be a record or a log file: other JSON is broken here.
      const issues = decoded.issues.map((issue) => (issue === OTHER_JSON ? notALog('JSON without a record') : issue))
      const log = { source, ...decoded, issues, isLast: false }
      for (const line of countBatch(tally, log, false)) screen.complain(line)
      for (const line of noticesIn(log)) screen.notice(line)
      const records = shownIn(log, options)
      for (const record of repeats?.once(records, () => void tally.repeated++) ?? records) {
        watch.look(record)
        output.add(ndjson.record(record))
        if (output.isFull) await screen.write(output.take())
        if (watch.isFull) break reading
      }
    }
    await screen.write(output.take())
  }
  await screen.write(output.take())
  for (const line of forgottenIn(repeats)) screen.note(line)
  await screen.end(tallyLine(tally, watch.endedAt))
  const isBroken = options.failOn.includes('broken') && tally.broken > 0
  return watch.failed || isBroken || filesFail({ ...tally, broken: 0 }, options) ? FOUND : OK
}
