/**
 * Reads many files in parallel, in worker threads.
 *
 * @module
 */
import { availableParallelism } from 'node:os'
import { requireObject, requireOptions } from '../codec/argument.js'
import { type LogFile, listFiles } from './list-files.js'
import { poolOf } from './pool.js'
import { rangesOf, workOf } from './ranges.js'
import { type Reduced, reduceRange } from './reduce-range.js'
import type { RangeTask } from './reduce-worker.js'
import { addressOf, type FilesReducer, loadReducer } from './reducer.js'
import { workerScript } from './worker-script.js'

/**
 * Options for `reduceFiles`.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ReduceOptions {
  /**
   * How many threads read files at once, 1 at least. Default: as many as there are processor cores. With one, or for
   * one file, none is started.
   */
  readonly workers?: number
}

/** The ranges of each thread: several of them, so that all threads finish at about the same time. */
const RANGES = 4

/**
 * Reads files and folders in worker threads and reduces them to one result. The reducer is a module, because it runs
 * inside the threads: sending records from thread to thread costs more than reading them. Each thread takes contiguous
 * files of about the same number of bytes, and the results are merged in the order of the files, so that the result is
 * the same with any number of threads.
 *
 * The threads are started by `workerpool`, which must be installed unless one worker is enough.
 *
 * @param paths - Files and folders, or what `listFiles` returned for them.
 * @param module - The module whose default export is a `FilesReducer`: a path, or an address such as
 * `new URL('count.js', import.meta.url)`. It is loaded in this thread too.
 * @param options - How many threads.
 * @returns The result. It rejects with what loading the module throws; with an `Error` that names the file and has what
 * the reducer threw as its `cause`; if a thread ends early; if a result cannot be passed between threads, such as a
 * function; and if `workerpool` is not installed. All threads have ended when it settles.
 *
 * @example
 * import { reduceFiles } from 'glue-trail/node'
 *
 * // In a program of yours this is a file, named by new URL('count-glue.js', import.meta.url).
 * const countGlue = new URL(`data:text/javascript,export default {
 *   initial: () => 0,
 *   step: (glue, file) => glue + file.counts.glue,
 *   merge: (a, b) => a + b,
 * }`)
 * const glue = await reduceFiles<number>(['examples/trail'], countGlue, { workers: 2 })
 * assert.ok(glue > 10)
 *
 * @category decoding
 * @since 0.1.0
 */
export async function reduceFiles<S>(
  paths: Iterable<string | LogFile>,
  module: { readonly href: string } | string,
  options: ReduceOptions = {},
): Promise<S> {
  if (typeof module !== 'string') requireObject('reduceFiles', 'the path or the URL of a module', module)
  requireOptions('reduceFiles', options)
  const address = addressOf(module)
  const reducer = await loadReducer<S>(address)
  const files = await listFiles(paths, reducer.options)
  const workers = Math.min(threadsOf(options.workers), files.length)
  return workers < 2 ? stateOf(await reduceRange(reducer, files)) : reduceInThreads(reducer, address, files, workers)
}

async function reduceInThreads<S>(reducer: FilesReducer<S>, address: string, files: ReadonlyArray<LogFile>, workers: number): Promise<S> {
  const tasks = rangesOf(files, workOf(files) / (workers * RANGES)).map((range): RangeTask => ({ address, files: range }))
  const pool = await poolOf(workerScript(), workers)
  try {
    let whole: { readonly state: S } | undefined
    for await (const part of pool.mapInOrder<RangeTask, Reduced<S>>('reduce', tasks)) {
      const state = stateOf(part)
      whole = { state: whole === undefined ? state : reducer.merge(whole.state, state) }
    }
    return whole === undefined ? reducer.initial() : whole.state
  } finally {
    await pool.end()
  }
}

function stateOf<S>(reduced: Reduced<S>): S {
  if ('state' in reduced) return reduced.state
  throw new Error(`the reducer failed at ${reduced.path}`, { cause: reduced.error })
}

/** Returns the number of threads; that of all cores if it is not set or `NaN`. */
const threadsOf = (workers: number | undefined): number =>
  workers === undefined || Number.isNaN(workers) ? availableParallelism() : Math.max(Math.floor(workers), 1)
