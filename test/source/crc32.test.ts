import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crc32Of } from '../../src/source/crc32.js'
import { utf8 } from '../support/logs.js'

it('is the checksum of gzip', () => {
  expect(crc32Of(utf8('123456789'))).toBe(0xcbf43926)
  expect(crc32Of(new Uint8Array(0))).toBe(0)
})

it("is zlib's for any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32Of(bytes)).toBe(crc32(bytes))
    }),
  )
})
