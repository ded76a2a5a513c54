/**
 * The file that is run as `glue-trail`, and by its threads.
 *
 * @module
 */
import { isMainThread } from 'node:worker_threads'
import { endWithReader } from './end-with-reader.js'
import { INTERRUPTED, TERMINATED } from './exit-code.js'
import { openPipes } from './open-pipes.js'
import { run } from './run.js'

if (isMainThread) start()
else void import('./thread.js').then(({ serve }) => serve())

function start(): void {
  // Threads end with the process.
  process.once('SIGINT', () => endBy('SIGINT', INTERRUPTED))
  process.once('SIGTERM', () => endBy('SIGTERM', TERMINATED))

  endWithReader(process)
  void run(process.argv.slice(2), process).then((status) => {
    process.exitCode = status
  })
}

/** Ends the process. While a pipe is read, the signal itself ends it: its listener is gone. */
function endBy(signal: 'SIGINT' | 'SIGTERM', status: number): void {
  if (openPipes.size === 0) process.exit(status)
  process.emit('exit', status)
  process.kill(process.pid, signal)
}
