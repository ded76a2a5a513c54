/**
 * What the command's exit status says to a script.
 *
 * @module
 */

/** Everything was read, and nothing is as `--fail-on` says it must not be. */
export const OK = 0

/** Something was broken, or something is as `--fail-on` says it must not be. */
export const FOUND = 1

/** The command line is wrong; nothing was read. */
export const USAGE = 2

/** Interrupted by Ctrl-C: 128 and the number of the signal, as shells have it. */
export const INTERRUPTED = 130

/** Ended by a signal that asks politely. */
export const TERMINATED = 143
