/**
 * The work of every answer, and of every function that refuses a record, grows no faster than the record, whatever
 * its shape; and so does that of reading its bytes: from 100 to 800 kB in `npm test`, from 500 kB to 4 MB in
 * `npm run test:slow`.
 * `hostile-answers.test.ts` and `subpath-answers.test.ts` hold that no exported function is missing.
 */
import { describe, expect, it } from 'vitest'
import { times } from '../support/effort.js'
import { countWork } from '../support/work.js'

const work = await countWork()
const { ANSWERS } = await import('../support/answers.js')
const { READERS, STRICT, TOTAL } = await import('../support/subpath-answers.js')
const { decodeLog, decodeLogStream } = await import('glue-trail/source')
const { totalJson } = await import('../../src/source/total-json.js')

/** Functions that throw where a record is not what they take; what they do until then is counted. */
const REFUSALS = Object.fromEntries(
  Object.entries({ ...STRICT, ...READERS }).map(([name, refuse]) => [
    name,
    (record: unknown) =>
      Promise.resolve()
        .then(() => refuse(record))
        .catch(() => undefined),
  ]),
)

/** Readers of the bytes of a file with one record. */
const READING: Readonly<Record<string, (bytes: Uint8Array) => Promise<unknown>>> = {
  decodeLog: (bytes) => decodeLog(bytes),
  'decodeLog, strict': (bytes) => decodeLog(bytes, { strict: true }),
  decodeLogStream: async (bytes) => {
    const stream = decodeLogStream(pieces(bytes))
    for await (const _ of stream);
    return stream.counts
  },
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

const SMALL = times(500_000, 100_000)

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
  it.each(Object.entries({ ...ANSWERS, ...TOTAL, ...REFUSALS }))('costs %s no more than it grows', async (__, answer) => {
    const ask = (size: number) => {
      const record = recordOf(requestOf(size))
      return () => answer(record)
    }
    expect(await work.growth(ask, SMALL)).toBeLessThan(1)
  })

  it.each(Object.entries(READING))('costs %s no more than its bytes', async (__, read) => {
    const ask = (size: number) => {
      const bytes = Buffer.from(totalJson({ Records: [recordOf(requestOf(size))] }))
      return () => read(bytes)
    }
    expect(await work.growth(ask, SMALL)).toBeLessThan(1)
  })
})
