import { expect, it } from 'vitest'
import { LogLister } from '../../src/integrity/log-lister.js'
import { parseLogKey } from '../../src/integrity/shard.js'
import { type TimedFile, timedFile } from '../../src/integrity/time-order.js'
import type { LogFileKey } from '../../src/source/envelope/trail-key.js'

type Listed = TimedFile<LogFileKey>

const secondsOf = (time: string): number => Date.parse(time) / 1000

function fileAt(time: string): Listed {
  const name = `111122223333_CloudTrail_us-east-1_${time.replaceAll(/[-:]/g, '')}_0123456789abcdef.json.gz`
  const key = `AWSLogs/111122223333/CloudTrail/us-east-1/${time.slice(0, 10).replaceAll('-', '/')}/${name}`
  return timedFile({ key, size: 1 }, secondsOf(time.slice(0, 10)), parseLogKey) as Listed
}

async function* listing(...files: ReadonlyArray<Listed>): AsyncGenerator<Listed, void, undefined> {
  yield* files
}

const END = secondsOf('2026-01-02T00:00Z')
const ALL = Number.POSITIVE_INFINITY

it('returns files before a time, those of each listing in its order, and goes on where it stopped', async () => {
  const [first, second, third] = [fileAt('2026-01-01T01:00Z'), fileAt('2026-01-01T02:00Z'), fileAt('2026-01-01T03:00Z')]
  const lister = new LogLister([listing(first, third), listing(second)], [])
  const until = secondsOf('2026-01-01T02:30Z')
  expect(await lister.before(until, END)).toBe(first)
  expect(await lister.before(until, END)).toBe(second)
  expect(await lister.before(until, END)).toBe(undefined)
  const rest = new LogLister([listing(first, third), listing(second)], lister.positions())
  expect(await rest.before(ALL, END)).toBe(third)
  expect(await rest.before(ALL, END)).toBe(undefined)
})

it('leaves out what is delivered at the end of the range and later, and reads no further than a day', async () => {
  let read = 0
  async function* long(): AsyncGenerator<Listed, void, undefined> {
    for (const day of ['02', '03', '04', '05', '06']) {
      read++
      yield fileAt(`2026-01-${day}T00:00Z`)
    }
  }
  expect(await new LogLister([long()], []).before(ALL, END)).toBe(undefined)
  expect(read).toBe(2)
})

it('rejects once for a listing that fails, and then returns what others have', async () => {
  const failing: AsyncIterable<Listed> = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('denied')) }) }
  const file = fileAt('2026-01-01T01:00Z')
  const lister = new LogLister([failing, listing(file)], [])
  await expect(lister.before(END, END)).rejects.toThrow('denied')
  expect(await lister.before(END, END)).toBe(file)
})
