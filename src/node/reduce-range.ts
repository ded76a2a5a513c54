/**
 * Reduces a range of files, in a worker thread or without one.
 *
 * @module
 */
import { decodeFiles } from './decode-files.js'
import type { LogFile } from './list-files.js'
import type { FilesReducer } from './reducer.js'

/**
 * What a range came to: a result, or what was thrown at which file. An error that is thrown in a thread loses its class
 * on its way out.
 */
export type Reduced<S> = { readonly state: S } | { readonly path: string; readonly error: unknown }

/** Reduces files, one after the other. It does not reject. */
export async function reduceRange<S>(reducer: FilesReducer<S>, files: ReadonlyArray<LogFile>): Promise<Reduced<S>> {
  let path = files[0]?.path ?? ''
  try {
    let state = reducer.initial()
    for (const file of files) {
      path = file.path
      for await (const log of decodeFiles([file], reducer.options)) state = await reducer.step(state, log)
    }
    return { state }
  } catch (error) {
    return { path, error }
  }
}
