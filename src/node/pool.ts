/**
 * Worker threads by the library `workerpool`, which is loaded only when there is work for them.
 *
 * @module
 */
import { MissingPackage } from '../source/missing-package.js'
import { mapInOrder } from './ordered-concurrency.js'

/** Threads that run one script. */
export interface Pool {
  /** Runs a method of the script for each item; the results in the order of the items. */
  readonly inOrder: <A, B>(method: string, items: ReadonlyArray<A>) => AsyncGenerator<B, void, undefined>
  /** Ends all threads, whatever they are doing. */
  readonly end: () => Promise<void>
}

/** How long a thread may take to end by itself, in milliseconds. */
const PATIENCE = 50

/**
 * A pool of threads. None is started before there is something to do.
 *
 * @param script - The path of the script.
 * @param size - How many threads there are at most.
 * @returns The pool. It rejects where the library is not installed.
 */
export async function poolOf(script: string, size: number): Promise<Pool> {
  const { pool, TerminateError } = await workerpool()
  // Not imported: node:process opens the standard streams for whoever imports it.
  const { execArgv } = globalThis.process
  // Threads take over the arguments of Node, but for one with which a program is given on the command line they refuse to run a file.
  const workerThreadOpts = execArgv.some((arg) => arg.startsWith('--input-type')) ? { execArgv: [] } : {}
  const threads = pool(script, { workerType: 'thread', maxWorkers: size, workerTerminateTimeout: PATIENCE, workerThreadOpts })
  const failed = (error: unknown): never => {
    if (error instanceof TerminateError) throw new Error('a worker thread ended before it was done', { cause: error })
    // All that comes through of the system's own error for it.
    if (error instanceof Error && error.message === '') throw new Error('a result cannot go from thread to thread: it must be plain data')
    throw error
  }
  return {
    // One more than there are threads waits, so that none of them does.
    inOrder: <A, B>(method: string, items: ReadonlyArray<A>) =>
      mapInOrder(items, size + 1, async (item) => (await Promise.resolve(threads.exec(method, [item])).catch(failed)) as B),
    end: async () => {
      await threads.terminate(true)
    },
  }
}

/** Bundlers take an import within `try` for one of a package that need not be there. */
async function workerpool(): Promise<typeof import('workerpool')> {
  try {
    return await import('workerpool')
  } catch (cause) {
    throw new MissingPackage('glue-trail/node', 'workerpool', cause)
  }
}
