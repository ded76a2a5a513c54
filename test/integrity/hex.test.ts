import { expect, it } from 'vitest'
import { fromHex, isSameBytes, isSameHex, toHex } from '../../src/integrity/hex.js'

it('writes lower case and reads either', () => {
  expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff')
  expect(fromHex('000AfF')).toEqual(Uint8Array.of(0, 10, 255))
})

it('refuses strings that are not bytes', () => {
  for (const digits of ['', 'a', 'zz', 'g0', '0G', '/0', '0:', '@0', '0`', '0x00', ' 00', '0'.repeat(10_000)])
    expect([digits, fromHex(digits)]).toEqual([digits, undefined])
})

it('compares bytes, not digits', () => {
  expect(isSameHex('aB', 'Ab')).toBe(true)
  expect(isSameHex('aB', 'ac')).toBe(false)
  // Strings that are not digits are equal only to themselves.
  expect([isSameHex('x', 'x'), isSameHex('x', 'X')]).toEqual([true, false])
  expect([isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)), isSameBytes(Uint8Array.of(1), Uint8Array.of(1, 2))]).toEqual([true, false])
})
