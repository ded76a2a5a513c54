import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ByteSlab } from '../../src/source/byte-slab.js'

const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251)

it('returns copies that nothing changes later', () => {
  const range = fc.tuple(fc.nat({ max: 50_000 }), fc.oneof(fc.nat({ max: 3000 }), fc.nat({ max: 40_000 })))
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
      const slab = new ByteSlab()
      const source = bytes.slice()
      const copies = ranges.map(([start, length]) => slab.copy(source, start, start + length))
      source.fill(255)
      ranges.forEach(
        ([start, length], i) => void expect(Buffer.compare(copies[i] as Uint8Array, bytes.subarray(start, start + length))).toBe(0),
      )
    }),
    { numRuns: 50 },
  )
})

it('shares allocations of at most 16 KiB', () => {
  const slab = new ByteSlab()
  const buffers = new Set(Array.from({ length: 80 }, (_, i) => slab.copy(bytes, i, i + 1000).buffer))
  expect([...buffers].map(({ byteLength }) => byteLength)).toEqual([16_384, 16_384, 16_384, 16_384, 16_384])
  expect(slab.copy(bytes, 0, 5000).buffer.byteLength).toBe(5000)
})
