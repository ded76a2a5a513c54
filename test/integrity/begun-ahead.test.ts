import { expect, it } from 'vitest'
import { begunAhead, limitedStore } from '../../src/integrity/begun-ahead.js'
import { validateTrail } from '../../src/integrity/validate-trail.js'
import { chainOf, worldOf } from '../support/signed-world.js'
import { keysOf, storeOf } from '../support/world.js'

async function* items(...names: ReadonlyArray<string>): AsyncGenerator<string, void, undefined> {
  yield* names
}

it('keeps the order, and begins so many before their turn', async () => {
  const log: Array<string> = []
  const begin = async function* (name: string): AsyncGenerator<string, void, undefined> {
    log.push(`begin ${name}`)
    yield `${name}1`
    yield `${name}2`
  }
  for await (const [name, results] of begunAhead(items('a', 'b', 'c', 'd'), 1, begin)) {
    log.push(`take ${name}`)
    for await (const result of results) log.push(result)
  }
  expect(log).toEqual([
    'begin a',
    'begin b',
    'take a',
    'a1',
    'a2',
    'begin c',
    'take b',
    'b1',
    'b2',
    'begin d',
    'take c',
    'c1',
    'c2',
    'take d',
    'd1',
    'd2',
  ])
})

it('closes what was begun when its consumer stops', async () => {
  const closed: Array<string> = []
  const begin = async function* (name: string): AsyncGenerator<string, void, undefined> {
    try {
      yield name
      yield name
    } finally {
      closed.push(name)
    }
  }
  for await (const [, results] of begunAhead(items('a', 'b', 'c', 'd'), 2, begin)) {
    for await (const _ of results) break
    break
  }
  await new Promise((resolve) => setImmediate(resolve))
  expect(closed).toEqual(['a', 'b', 'c'])
})

it('rejects with a failure when it is its turn', async () => {
  const begin = async function* (name: string): AsyncGenerator<string, void, undefined> {
    if (name === 'b') throw new Error('no b')
    yield name
  }
  const taken: Array<string> = []
  const run = async (): Promise<void> => {
    for await (const [, results] of begunAhead(items('a', 'b'), 1, begin)) for await (const result of results) taken.push(result)
  }
  await expect(run()).rejects.toThrow('no b')
  expect(taken).toEqual(['a'])
})

it('reads no more files at once than it may, of several regions of a bucket, and gives the same report', async () => {
  const regions = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2']
  const world = worldOf(...regions.map((region) => ({ region })))
  const options = { from: world.range[0], to: world.range[1], now: new Date('2026-02-01') }
  const store = storeOf(world.objects)
  const running = new Map<string, number>()
  let [now, most, mostRegions] = [0, 0, 0]
  const read: typeof store.read = async (location, ...rest) => {
    const [region = ''] = /[a-z]+-[a-z]+-\d/.exec(location.key) ?? []
    running.set(region, (running.get(region) ?? 0) + 1)
    most = Math.max(most, ++now)
    mostRegions = Math.max(mostRegions, [...running.values()].filter((count) => count > 0).length)
    await new Promise((resolve) => setImmediate(resolve))
    now--
    running.set(region, (running.get(region) ?? 0) - 1)
    return store.read(location, ...rest)
  }
  const report = await validateTrail({ ...store, read }, keysOf(world), { ...options, concurrency: 6 }).report()
  expect(most).toBe(6)
  expect(mostRegions).toBeGreaterThan(1)
  expect(report).toEqual(await validateTrail(store, keysOf(world), options).report())
  expect([report.verdict, report.shards.length]).toEqual(['VERIFIED', regions.length])
})

it('gives a place back where a store rejects, and keeps the store\u2019s own methods', async () => {
  const objects = chainOf()
  class Store {
    readonly kind = 's3'
    private readonly inner = storeOf(objects)
    list(...request: Parameters<typeof this.inner.list>) {
      return this.inner.list(...request)
    }
    folders(...request: Parameters<typeof this.inner.folders>) {
      return this.inner.folders(...request)
    }
    read(): Promise<never> {
      return Promise.reject(new Error(String(this.inner.kind)))
    }
  }
  const store = limitedStore(new Store(), 1)
  expect(await store.folders('')).toEqual(['AWSLogs'])
  for (let i = 0; i < 3; i++) await expect(store.read({ key: 'a' }, 1)).rejects.toThrow('s3')
})
