/**
 * What happens where output cannot be written.
 *
 * @module
 */
import { FOUND, OK } from './exit-code.js'

/**
 * Ends the process where one of its outputs can no longer be written. A reader that closes early, as `head` does, is
 * not an error. Where standard error has no reader, records are still written.
 */
export function endWithReader({ stdout, stderr, exit }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'exit'>): void {
  const ended = (error: NodeJS.ErrnoException): void => {
    stderr.write(`glue-trail: ${error.message}\n`)
    exit(FOUND)
  }
  stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? exit(OK) : ended(error)))
  stderr.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : ended(error)))
}
