/**
 * Reading in threads, where there is enough to read: which ones, and what comes of each file, in the order of the files.
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

/** Less than this, in bytes as they are stored, is not worth threads: each takes as long to start as reading some 1.5 MB. */
const ENOUGH = 8_000_000

/** So many ranges for each thread, or more, and none much larger than this in bytes as they are stored: what was written of one is held until its turn comes. */
const RANGES = 4
const LARGEST_RANGE = 1_000_000

/**
 * How many threads read.
 *
 * @param files - What there is to read; nothing where that is no list of files.
 * @param wanted - How many the user asks for; as many as there are processor cores, where that pays.
 */
export function threadsFor(files: ReadonlyArray<LogFile> | undefined, wanted: number | undefined): number {
  if (files === undefined) return 1
  const pays = files.reduce((sum, { size }) => sum + size, 0) >= ENOUGH
  return Math.min(wanted ?? (pays ? availableParallelism() : 1), files.length)
}

/**
 * Reads the files of a reading in threads. What is to be said of a file is said, and what is to be counted is counted, before its part is given; the bar
 * goes on behind it.
 *
 * @param reading - It has files.
 * @param method - What the threads are to do.
 * @param task - What they need for it.
 * @param threads - How many there are.
 */
export async function* inThreads<P extends Part, T extends ThreadTask = ThreadTask>(
  { screen, tally, logs: { files = [] } }: Pick<Reading, 'screen' | 'tally' | 'logs'>,
  method: string,
  task: Omit<T, 'files' | 'now'>,
  threads: number,
): AsyncGenerator<P, void, undefined> {
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
    // One of the files has ended the thread, such as by using up its memory: each alone, the others are read.
    const parts: Array<P | undefined> = []
    for (const file of range) for (const part of await read([file])) parts.push(part)
    return parts
  }
  try {
    let done = 0
    let index = 0
    for await (const parts of mapInOrder(ranges, threads + 2, read)) {
      for (const part of parts) {
        const { path = '', size = 0 } = files[index++] ?? {}
        if (part === undefined) {
          tally.files++
          tally.broken++
          screen.complain(`${escaped(path)}: ${ENDED}`)
        } else {
          addTally(tally, part.tally)
          for (const line of part.lines) screen.complain(line)
          yield part
        }
        done += size
        screen.advance(done)
      }
    }
  } finally {
    await pool.end()
  }
}

const ENDED = 'the thread that read it ended before it was done, perhaps for lack of memory'
