import { expect, it } from 'vitest'
import { joinBytes, joinedView } from '../../src/source/join-bytes.js'

it('joins parts and cuts them', () => {
  const parts = [Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4, 5)]
  expect(joinBytes(parts, 5)).toEqual(Uint8Array.of(1, 2, 3, 4, 5))
  expect(joinBytes(parts, 4)).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(joinBytes(parts, 2)).toEqual(Uint8Array.of(1, 2))
  expect(joinBytes([], 0)).toEqual(new Uint8Array(0))
  expect(joinBytes(parts)).toEqual(Uint8Array.of(1, 2, 3, 4, 5))
})

it('joins without copying what is one behind the other in memory', () => {
  const bytes = Uint8Array.of(1, 2, 3, 4, 5)
  const joined = joinedView(bytes.subarray(1, 3), bytes.subarray(3, 4))
  expect(joined).toEqual(Uint8Array.of(2, 3, 4))
  expect(joined?.buffer).toBe(bytes.buffer)
  expect(joinedView(bytes.subarray(1, 3), bytes.subarray(4, 5))).toBeUndefined()
  expect(joinedView(bytes.subarray(1, 3), bytes.slice(3, 4))).toBeUndefined()
  expect(joinedView(undefined, bytes)).toBeUndefined()
})
