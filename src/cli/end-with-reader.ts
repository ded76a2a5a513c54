/**
 * What happens where output cannot be written.
 *
 * @module
 */
import { FOUND, OK } from './exit-code.js'

/** Ends the process where one of its outputs can no longer be written. */
export function endWithReader({ stdout, stderr, exit }: Pick<NodeJS.Process, 'stdout' | 'stderr' | 'exit'>): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reader that closes early, as `head` does, is not an error.
      if (error.code === 'EPIPE') exit(OK)
      stderr.write(`glue-trail: ${error.message}\n`)
      exit(FOUND)
    })
  }
}
