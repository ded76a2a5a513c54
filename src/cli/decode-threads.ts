/**
 * `decode` in threads: each thread formats the records that it reads and returns bytes.
 *
 * @module
 */
import { FOUND, OK } from './exit-code.js'
import { filesFail } from './failure.js'
import type { Form } from './form.js'
import { hintsFor } from './hints.js'
import type { DecodeCommandOptions } from './options.js'
import type { DecodePart } from './part.js'
import type { Reading } from './reading.js'
import { tallyLine } from './tally.js'
import type { DecodeTask, ThreadFormat } from './thread.js'
import { inThreads } from './threads.js'

/** How the records are written. */
export interface ThreadWriting {
  readonly form: Form
  readonly format: ThreadFormat
  readonly options: DecodeCommandOptions
}

/**
 * Writes the records of all files and the summary line, and returns the exit status, as `decode` does without threads.
 */
export async function decodeInThreads(reading: Reading, { form, format, options }: ThreadWriting, threads: number): Promise<number> {
  const { screen, tally } = reading
  let failed = false
  let isFirst = true
  await screen.write(form.begin())
  for await (const part of inThreads<DecodePart, DecodeTask>(reading, 'decode', { options, format }, threads)) {
    if (part.failed) failed = true
    if (part.bytes.length === 0) continue
    if (!isFirst) await screen.write(form.between ?? '')
    isFirst = false
    await screen.write(part.bytes)
  }
  await screen.write(form.end())
  for (const line of await hintsFor(reading, options)) screen.note(line)
  await screen.end(tallyLine(tally))
  return failed || filesFail(tally, options) ? FOUND : OK
}
