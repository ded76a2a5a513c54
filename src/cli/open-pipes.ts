/**
 * The pipes that are being read by their paths. A thread of the process waits for their writers, and `process.exit`
 * waits for that thread.
 *
 * @module
 */

/** The paths of the pipes. */
export const openPipes = new Set<string>()
