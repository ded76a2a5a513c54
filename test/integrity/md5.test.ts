import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { toHex } from '../../src/integrity/hex.js'
import { md5Of } from '../../src/integrity/md5.js'

it('gives what Node gives, for each length around its blocks', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256)
    expect(toHex(md5Of(bytes))).toBe(createHash('md5').update(bytes).digest('hex'))
  }
})
