import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { endWithReader } from '../../src/cli/end-with-reader.js'

const closed = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })

it.each([
  ['stdout', closed, [0]],
  ['stdout', full, ['glue-trail: no space left\n', 1]],
  ['stderr', full, ['glue-trail: no space left\n', 1]],
] as const)('ends after %s has %s', (name, error, expected) => {
  const { seen, streams } = watched()
  expect(() => streams[name].emit('error', error)).toThrow('ended')
  expect(seen).toEqual(expected)
})

it('goes on with its records where the reader of standard error has gone', () => {
  const { seen, streams } = watched()
  streams.stderr.emit('error', closed)
  expect(seen).toEqual([])
})

/** A process that is watched: what it writes to standard error, and its exit status. */
function watched() {
  const seen: Array<unknown> = []
  const stream = () => Object.assign(new EventEmitter(), { write: (line: string) => seen.push(line) })
  const streams = { stdout: stream(), stderr: stream() }
  const exit = (status: number) => {
    seen.push(status)
    // The process has ended.
    throw new Error('ended')
  }
  endWithReader({ ...streams, exit } as unknown as NodeJS.Process)
  return { seen, streams }
}
