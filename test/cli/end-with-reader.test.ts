import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { endWithReader } from '../../src/cli/end-with-reader.js'

it.each([
  [Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }), [0]],
  [Object.assign(new Error('no space left'), { code: 'ENOSPC' }), ['glue-trail: no space left\n', 1]],
])('ends after %s', (error, expected) => {
  const seen: Array<unknown> = []
  const stream = () => Object.assign(new EventEmitter(), { write: (line: string) => seen.push(line) })
  const [stdout, stderr] = [stream(), stream()]
  const exit = (status: number) => {
    seen.push(status)
    // The process has ended.
    throw new Error('ended')
  }
  endWithReader({ stdout, stderr, exit } as unknown as NodeJS.Process)
  for (const each of [stdout, stderr]) expect(() => each.emit('error', error)).toThrow('ended')
  expect(seen).toEqual([...expected, ...expected])
})
