/**
 * Reads files in threads if there is enough to read, and returns the results in the order of the files.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import type { LogFile } from '../node/list-files.js'
import { poolOf, ThreadEnded } from '../node/pool.js'
import { rangesOf, workOf } from '../node/ranges.js'
import { mapInOrder } from '../source/map-in-order.js'
import { escaped } from './escape.js'
import type { Part } from './part.js'
import type { Reading } from './reading.js'
import { addTally } from './tally.js'
import type { ThreadTask } from './thread.js'

/** Threads do not pay for fewer stored bytes: starting one takes as long as reading some 1.5 MB. */
const ENOUGH = 8_000_000

/**
 * The fewest ranges for each thread, and the size of the largest in stored bytes: the output of a range is held until
 * its turn comes.
 */
const RANGES = 4
const LARGEST_RANGE = 1_000_000

/**
 * Returns the number of threads.
 *
 * @param files - The files to read; `undefined` if the input is not a list of files.
 * @param wanted - The number that the user requested; default: one for each processor core if that pays.
 */
export function threadsFor(files: ReadonlyArray<LogFile> | undefined, wanted: number | undefined): number {
  if (files === undefined) return 1
  const pays = files.reduce((sum, { size }) => sum + size, 0) >= ENOUGH
  return Math.min(wanted ?? (pays ? availableParallelism() : 1), files.length)
}

/**
 * Reads the files of a reading in threads. Reports and counts what is in a file before yielding its part; advances the
 * bar afterwards.
 *
 * @param reading - A reading of files.
 * @param method - The function that the threads run.
 * @param task - Its argument.
 * @param threads - The number of threads.
 */
export async function* inThreads<P extends Part, T extends ThreadTask = ThreadTask>(
  { screen, tally, logs: { files = [] } }: Pick<Reading, 'screen' | 'tally' | 'logs'>,
  method: string,
  task: Omit<T, 'files' | 'now'>,
  threads: number,
): AsyncGenerator<P & { readonly read: LogFile }, void, undefined> {
  const now = Date.now()
  const ranges = rangesOf(files, Math.min(workOf(files) / (threads * RANGES), LARGEST_RANGE))
  // The command is one file, and its own script.
  const pool = await poolOf(__filename, threads)
  const read = async (range: ReadonlyArray<LogFile>): Promise<ReadonlyArray<P | undefined>> => {
    const [only, ...others] = range
    try {
      return await pool.run<object, ReadonlyArray<P>>(method, { ...task, files: range, now })
    } catch (error) {
      if (!(error instanceof ThreadEnded) || only === undefined) throw error
      if (others.length === 0) return [undefined]
    }
    // A file has ended the thread, for example by using up its memory. Each file is read alone, so that only that one
    // is lost.
    const parts: Array<P | undefined> = []
    for (const file of range) for (const part of await read([file])) parts.push(part)
    return parts
  }
  try {
    let done = 0
    let index = 0
    for await (const parts of mapInOrder(ranges, threads + 2, read)) {
      for (const part of parts) {
        const file = files[index++] ?? NO_FILE
        const { path, size } = file
        if (part === undefined) {
          tally.files++
          tally.broken++
          screen.complain(`${escaped(path)}: ${ENDED}`)
        } else {
          addTally(tally, part.tally)
          for (const line of part.lines) screen.complain(line)
          for (const line of part.notes) screen.notice(line)
          yield { ...part, read: file }
        }
        done += size
        screen.advance(done)
      }
    }
  } finally {
    await pool.end()
  }
}

const NO_FILE: LogFile = { path: '', size: 0 }

const ENDED = 'the thread that read it ended before it was done, perhaps for lack of memory'
