/**
 * What reduces files to a result, as a module that worker threads can load.
 *
 * @module
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReadLog } from '../source/log-entry.js'
import type { FilesOptions } from './decode-files.js'

/**
 * How files become a result: what a module exports by default for `reduceFiles`. Beginning anew in the midst of the files must change nothing:
 * `merge` of the result of some files and the result of those behind them is the result of all of them.
 *
 * @category sources
 * @since 0.1.0
 */
export interface FilesReducer<S> {
  /** How files are read, and which records to keep. */
  readonly options?: FilesOptions
  /** A new result of no files. */
  readonly initial: () => S
  /** The result with one more file; it may be the same object, changed. It goes from thread to thread, so it is plain data, maps and sets included. */
  readonly step: (state: S, file: ReadLog) => S | Promise<S>
  /** One result of two, `b` of the files behind those of `a`. */
  readonly merge: (a: S, b: S) => S
}

/** The address of a module that was named by a path or an address. */
export const addressOf = (module: { readonly href: string } | string): string =>
  (typeof module === 'string' ? pathToFileURL(resolve(module)) : module).href

/** Loads a reducer. It rejects with what loading the module throws, and where the module's default export is none. */
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
