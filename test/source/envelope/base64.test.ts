import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfBase64 } from '../../../src/source/envelope/base64.js'

it('gives back the bytes that were encoded', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
    }),
  )
})

it('overlooks white space, and refuses what is not base64', () => {
  expect(bytesOfBase64('SGVs\nbG8=')).toEqual(new TextEncoder().encode('Hello'))
  expect(bytesOfBase64('')).toEqual(new Uint8Array(0))
  expect(bytesOfBase64('{"no":"base64"}')).toBe(undefined)
  expect(bytesOfBase64('a')).toBe(undefined)
})
