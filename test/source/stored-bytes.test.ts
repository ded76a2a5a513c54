import { expect, it } from 'vitest'
import { StoredBytes } from '../../src/source/stored-bytes.js'

async function* pieces(...lengths: ReadonlyArray<number>): AsyncGenerator<Uint8Array, void, undefined> {
  // One buffer that is used again and again.
  const buffer = new Uint8Array(100)
  let next = 0
  for (const length of lengths) {
    for (let i = 0; i < length; i++) buffer[i] = next++
    yield buffer.subarray(0, length)
  }
}

it('waits for as many bytes as are needed, and counts', async () => {
  const stored = new StoredBytes(pieces(3, 2, 4))
  expect(await stored.fill(4)).toBe(true)
  expect([[...stored.take(1)], [...stored.bytes], stored.offset, stored.received, stored.isEnd]).toEqual([[0], [1, 2, 3, 4], 1, 5, false])
  expect(await stored.fill(9)).toBe(false)
  expect([[...stored.bytes], stored.received, stored.isEnd]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], 9, true])
})

it('has all bytes where they are given', async () => {
  const stored = new StoredBytes(Uint8Array.of(1, 2))
  expect([stored.isEnd, await stored.fill(2), await stored.fill(3)]).toEqual([true, true, false])
  expect(await stored.skipAll()).toBe(2)
})

it('takes bytes back', async () => {
  const stored = new StoredBytes(pieces(3, 2))
  await stored.fill(4)
  stored.putBack(stored.take(3).slice())
  expect([[...stored.bytes], stored.offset]).toEqual([[0, 1, 2, 3, 4], 0])
})
