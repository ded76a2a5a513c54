import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from '../../src/insight/sha256.js'

const reference = (value: string): string => createHash('sha256').update(value).digest('hex')

it.each([0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 100_000])('is the digest of Node for %i bytes', (length) => {
  const value = 'a'.repeat(length)
  expect(sha256(value)).toBe(reference(value))
})

it('is the digest of Node for any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (value) => {
      expect(sha256(value)).toBe(reference(value))
    }),
    { seed: 20240514, numRuns: 300 },
  )
})
