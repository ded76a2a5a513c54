/**
 * Reading in threads, where there is enough to read: which ones, and what comes of each file, in the order of the files.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import type { LogFile } from '../node/list-files.js'
import { poolOf } from '../node/pool.js'
import { rangesOf, workOf } from '../node/ranges.js'
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
  try {
    let done = 0
    let place = 0
    const tasks = ranges.map((range) => ({ ...task, files: range, now }))
    for await (const parts of pool.inOrder<object, ReadonlyArray<P>>(method, tasks)) {
      for (const part of parts) {
        addTally(tally, part.tally)
        for (const line of part.lines) screen.complain(line)
        yield part
        done += files[place++]?.size ?? 0
        screen.advance(done)
      }
    }
  } finally {
    await pool.end()
  }
}
