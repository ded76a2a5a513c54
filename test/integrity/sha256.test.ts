import { expect, it } from 'vitest'
import { toHex } from '../../src/integrity/hex.js'
import { sha256 } from '../../src/integrity/sha256.js'

it('is SHA-256', async () => {
  expect(toHex(await sha256().digest())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})
