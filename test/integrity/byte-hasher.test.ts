import { expect, it } from 'vitest'
import { byteHasher } from '../../src/integrity/byte-hasher.js'

it('returns bytes, or hexadecimal digits', async () => {
  const hash = byteHasher(
    () => undefined,
    async () => Uint8Array.of(1, 255),
  )
  expect(await hash.digest()).toEqual(Uint8Array.of(1, 255))
  expect(await hash.digest('hex')).toBe('01ff')
})
