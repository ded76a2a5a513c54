/**
 * The location of the script of the worker threads.
 *
 * @module
 */
import { fileURLToPath } from 'node:url'

/** The path of the script of `reduceFiles`: it is in the same folder once both are built. */
export const workerScript = (): string => fileURLToPath(new URL('reduce-worker.js', import.meta.url))
