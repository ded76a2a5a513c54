/**
 * The exit statuses of the command.
 *
 * @module
 */

/** Everything was read, and no condition of `--fail-on` holds. */
export const OK = 0

/** Something was broken, or a condition of `--fail-on` holds. */
export const FOUND = 1

/** The command line is wrong; nothing was read. */
export const USAGE = 2

/** Nothing is wrong in what could be checked, and not all could be; of `validate` alone. */
export const INCOMPLETE = 3

/** Interrupted by Ctrl-C: 128 and the number of the signal, as shells return it. */
export const INTERRUPTED = 130

/** Terminated by SIGTERM. */
export const TERMINATED = 143
