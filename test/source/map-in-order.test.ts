import { expect, it } from 'vitest'
import { mapInOrder } from '../../src/source/map-in-order.js'
import { listed } from '../aws/memory-s3.js'

it('gives results in the order of the items, however long each takes', async () => {
  const waits = [30, 1, 20, 2, 10]
  const work = (wait: number): Promise<number> => new Promise((resolve) => setTimeout(() => resolve(wait), wait))
  expect(await listed(mapInOrder(waits, 3, work))).toEqual(waits)
})

it('begins only so many before they are asked for', async () => {
  let begun = 0
  const results = mapInOrder([1, 2, 3, 4, 5, 6], 3, async (n) => {
    begun++
    return n
  })
  expect(begun).toBe(0)
  expect(await results.next()).toEqual({ done: false, value: 1 })
  expect(begun).toBe(3)
  expect(await results.next()).toEqual({ done: false, value: 2 })
  expect(begun).toBe(4)
})

it('rejects with the failure of an item when its turn comes', async () => {
  const results = mapInOrder([1, 2, 3], 3, async (n) => {
    if (n === 2) throw new Error('two')
    return n
  })
  expect(await results.next()).toEqual({ done: false, value: 1 })
  await expect(results.next()).rejects.toThrow('two')
})

it('closes what it reads from when it is left', async () => {
  let isClosed = false
  async function* items(): AsyncGenerator<number> {
    try {
      yield* [1, 2, 3, 4]
    } finally {
      isClosed = true
    }
  }
  for await (const n of mapInOrder(items(), 2, async (item) => item)) if (n === 1) break
  expect(isClosed).toBe(true)
})
