/**
 * The work of every answer grows no faster than the record, from 100 kB to 800 kB, whatever its shape.
 * `hostile-answers.test.ts` and `subpath-answers.test.ts` hold that no exported function is missing.
 */
import { describe, expect, it } from 'vitest'
import { countWork } from '../support/work.js'

const work = await countWork()
const { ANSWERS } = await import('../support/answers.js')
const { TOTAL } = await import('../support/subpath-answers.js')

const SMALL = 100_000

/** Returns requests of about `size` bytes. */
const SHAPES: Readonly<Record<string, (size: number) => unknown>> = {
  long: (size) => ({ databaseName: 'sales', tableInput: { name: 'x'.repeat(size) } }),
  'non-ASCII': (size) => ({ databaseName: 'sales', tableInput: { name: '\u0628\u0651'.repeat(size / 4) } }),
  wide: (size) => ({ tableInput: { parameters: Object.fromEntries(Array.from({ length: size / 16 }, (_, i) => [`key${i}`, 'v'])) } }),
  'a list': (size) => ({ tableInput: { partitionKeys: new Array<unknown>(size / 4).fill('a') } }),
  deep: (size) => JSON.parse(`{"tableInput":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`) as unknown,
}

const recordOf = (requestParameters: unknown): object => ({
  eventSource: 'glue.amazonaws.com',
  eventName: 'UpdateTable',
  eventTime: '2024-05-01T12:00:00Z',
  awsRegion: 'eu-central-1',
  requestParameters,
})

describe.each(Object.entries(SHAPES))('A record that is %s', (_, requestOf) => {
  it.each(Object.entries({ ...ANSWERS, ...TOTAL }))('costs %s no more than it grows', async (__, answer) => {
    const ask = (size: number) => {
      const record = recordOf(requestOf(size))
      return () => answer(record)
    }
    expect(await work.growth(ask, SMALL)).toBeLessThan(1)
  })
})
