/**
 * Worker threads by the library `workerpool`, which is loaded only when there is work for them.
 *
 * @module
 */
import { mapInOrder } from '../source/map-in-order.js'
import { MissingPackage } from '../source/missing-package.js'

/** Threads that run one script. */
export interface Pool {
  /** Runs a method of the script. It rejects with `ThreadEnded` if the thread ends before it is done. */
  readonly run: <A, B>(method: string, item: A) => Promise<B>
  /** Runs a method of the script for each item; the results in the order of the items. */
  readonly mapInOrder: <A, B>(method: string, items: ReadonlyArray<A>) => AsyncGenerator<B, void, undefined>
  /** Ends all threads, even while they work. */
  readonly end: () => Promise<void>
}

/** How long a thread may take to end by itself, in milliseconds. */
const PATIENCE = 50

/**
 * Creates a pool of threads. They are started on demand.
 *
 * @param script - The path of the script.
 * @param size - The most threads.
 * @returns The pool. It rejects if the library is not installed.
 */
export async function poolOf(script: string, size: number): Promise<Pool> {
  const { pool, TerminateError } = await workerpool()
  // Not imported: importing node:process opens the standard streams.
  const { execArgv } = globalThis.process
  // Threads take over the arguments of Node, but for one with which a program is given on the command line they refuse
  // to run a file.
  const workerThreadOpts = execArgv.some((arg) => arg.startsWith('--input-type')) ? { execArgv: [] } : {}
  const threads = pool(script, { workerType: 'thread', maxWorkers: size, workerTerminateTimeout: PATIENCE, workerThreadOpts })
  const failed = (error: unknown): never => {
    if (error instanceof TerminateError || isCrash(error))
      throw new ThreadEnded('a worker thread ended before it was done', { cause: error })
    // The only part of the system's error that is passed on.
    if (error instanceof Error && error.message === '') throw new Error('a result cannot go from thread to thread: it must be plain data')
    throw error
  }
  const run = async <A, B>(method: string, item: A): Promise<B> => (await Promise.resolve(threads.exec(method, [item])).catch(failed)) as B
  return {
    run,
    // One more than there are threads waits, so that none of them does.
    mapInOrder: <A, B>(method: string, items: ReadonlyArray<A>) => mapInOrder(items, size + 2, (item) => run<A, B>(method, item)),
    end: async () => {
      await threads.terminate(true)
    },
  }
}

/** A thread ended before its work was done. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
}

/** Node's words for a thread that has used up its memory. */
const isCrash = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Bundlers take an import within `try` for one of a package that need not be there. */
async function workerpool(): Promise<typeof import('workerpool')> {
  try {
    return await import('workerpool')
  } catch (cause) {
    throw new MissingPackage('glue-trail/node', 'workerpool', cause)
  }
}
