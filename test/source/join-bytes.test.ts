import { expect, it } from 'vitest'
import { joinBytes } from '../../src/source/join-bytes.js'

it('joins parts and cuts them', () => {
  const parts = [Uint8Array.of(1, 2), Uint8Array.of(3), Uint8Array.of(4, 5)]
  expect(joinBytes(parts, 5)).toEqual(Uint8Array.of(1, 2, 3, 4, 5))
  expect(joinBytes(parts, 4)).toEqual(Uint8Array.of(1, 2, 3, 4))
  expect(joinBytes(parts, 2)).toEqual(Uint8Array.of(1, 2))
  expect(joinBytes([], 0)).toEqual(new Uint8Array(0))
})
