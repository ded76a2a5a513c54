/**
 * Reducers of files, as modules that worker threads can load.
 *
 * @module
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReadLog } from '../source/log-entry.js'
import type { FilesOptions } from './decode-files.js'

/**
 * The default export of a module for `reduceFiles`. The result must not depend on how the files are divided: `merge` of
 * the results of some files and of the files after them is the result of all of them.
 *
 * @category sources
 * @since 0.1.0
 */
export interface FilesReducer<S> {
  /** Options for reading files, and which records to keep. */
  readonly options?: FilesOptions
  /** Returns a new result, of no files. */
  readonly initial: () => S
  /**
   * Returns the result with one more file; it may change and return the same object. Results are passed between
   * threads: use plain data, maps and sets.
   */
  readonly step: (state: S, file: ReadLog) => S | Promise<S>
  /** Merges two results; `b` is of the files after those of `a`. */
  readonly merge: (a: S, b: S) => S
}

/** Returns the URL of a module, from its path or URL. */
export const addressOf = (module: { readonly href: string } | string): string =>
  (typeof module === 'string' ? pathToFileURL(resolve(module)) : module).href

/**
 * Loads a reducer. It rejects with what loading the module throws, and if the module's default export is not a reducer.
 */
export async function loadReducer<S>(address: string): Promise<FilesReducer<S>> {
  const { default: found } = (await import(/* @vite-ignore */ address)) as { readonly default?: unknown }
  // What a transpiler made of an ES module has its default export within that of CommonJS.
  const reducer = isReducer(found) ? found : (found as { readonly default?: unknown } | undefined)?.default
  if (!isReducer(reducer)) throw new TypeError('the module has no default export with functions initial, step and merge')
  return reducer as FilesReducer<S>
}

const isReducer = (value: unknown): value is FilesReducer<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  ['initial', 'step', 'merge'].every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'function')
