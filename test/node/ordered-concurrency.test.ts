import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { mapInOrder } from '../../src/node/ordered-concurrency.js'

async function all<A>(results: AsyncIterable<A>): Promise<ReadonlyArray<A>> {
  const list: Array<A> = []
  for await (const result of results) list.push(result)
  return list
}

describe('mapInOrder', () => {
  it('gives results in the order of the items, whichever is done first', async () => {
    const results = mapInOrder([30, 0, 10, 5], 4, async (milliseconds) => {
      await delay(milliseconds)
      return milliseconds
    })
    expect(await all(results)).toEqual([30, 0, 10, 5])
  })

  it('begins no more than so many ahead of who takes them', async () => {
    const begun: Array<number> = []
    const results = mapInOrder([0, 1, 2, 3, 4], 2, async (item) => begun.push(item))
    await results.next()
    expect(begun).toEqual([0, 1, 2])
    await results.next()
    expect(begun).toEqual([0, 1, 2, 3])
    await results.return()
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('throws what the first that failed rejected with, when its turn comes', async () => {
    const results = mapInOrder(['a', 'b', 'c'], 3, async (item) => {
      if (item === 'a') return delay(5, item)
      throw new Error(item)
    })
    expect(await results.next()).toEqual({ done: false, value: 'a' })
    await expect(results.next()).rejects.toThrow('b')
    expect(await results.next()).toEqual({ done: true, value: undefined })
  })

  it('is done at once where there is nothing to do', async () => {
    expect(await all(mapInOrder([], 2, async () => 1))).toEqual([])
  })
})
