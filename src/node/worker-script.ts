/**
 * Where the script of the worker threads is.
 *
 * @module
 */
import { fileURLToPath } from 'node:url'

/** The path of the script of `reduceFiles`: it is beside this file once both are built. */
export const workerScript = (): string => fileURLToPath(new URL('reduce-worker.js', import.meta.url))
