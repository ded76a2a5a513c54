/**
 * The script of the worker threads of `reduceFiles`: it reduces ranges of files by modules.
 *
 * @module
 */
import { worker } from 'workerpool'
import { kindOf } from '../codec/kind.js'
import type { LogFile } from './list-files.js'
import { type Reduced, reduceRange } from './reduce-range.js'
import { loadReducer } from './reducer.js'

/** A range of files, and the address of the module that reduces it. */
export interface RangeTask {
  readonly address: string
  readonly files: ReadonlyArray<LogFile>
}

worker({
  reduce: async ({ address, files }: RangeTask): Promise<Reduced<unknown>> => {
    const reduced = await reduceRange(await loadReducer(address), files)
    return 'error' in reduced ? { path: reduced.path, error: sendable(reduced.error) } : reduced
  },
})

/** An error with what goes from thread to thread of it. */
function sendable(error: unknown): unknown {
  try {
    return structuredClone(error)
  } catch {
    return new Error(error instanceof Error ? error.message : kindOf(error))
  }
}
