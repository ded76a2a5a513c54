import { expect, it } from 'vitest'
import { runInOrder } from '../../src/integrity/run-in-order.js'

async function* upTo(count: number): AsyncGenerator<number, void, undefined> {
  for (let i = 0; i < count; i++) yield i
}

it('keeps the order, and begins no more than it may', async () => {
  let running = 0
  let most = 0
  const work = async (i: number): Promise<number> => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, (7 * i) % 5))
    running--
    return i
  }
  const results: Array<number> = []
  for await (const result of runInOrder(upTo(40), 4, work)) results.push(result)
  expect(results).toEqual(Array.from({ length: 40 }, (_, i) => i))
  expect(most).toBe(4)
})

it('rejects with the first failure, in order', async () => {
  const results: Array<number> = []
  const failing = async (): Promise<void> => {
    const work = (i: number): number | Promise<number> => (i === 3 ? Promise.reject(new Error('three')) : i)
    for await (const result of runInOrder(upTo(9), 4, work)) results.push(result)
  }
  await expect(failing()).rejects.toThrow('three')
  expect(results).toEqual([0, 1, 2])
})
