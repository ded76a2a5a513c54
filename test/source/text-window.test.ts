import fc from 'fast-check'
import { expect, it } from 'vitest'
import { TextWindow } from '../../src/source/text-window.js'

it('holds what was added and not released', () => {
  const step = fc.oneof(
    fc.nat({ max: 50_000 }),
    fc.nat({ max: 300_000 }).map((n) => -n),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const window = new TextWindow()
      let [added, gone] = [0, 0]
      for (const length of steps) {
        if (length >= 0) {
          window.append(Uint8Array.from({ length }, (_, i) => (added + i) % 251))
          added += length
        } else {
          gone = Math.min(Math.max(gone, -length), added)
          window.release(-length)
        }
      }
      expect([window.origin, window.end]).toEqual([gone, added])
      for (let i = 0; i < window.bytes.length; i += 997) expect(window.bytes[i]).toBe((gone + i) % 251)
    }),
    { numRuns: 50 },
  )
})

it('needs no more memory than is held', () => {
  const window = new TextWindow()
  const piece = new Uint8Array(10_000)
  for (let i = 0; i < 1000; i++) {
    window.append(piece)
    window.release(window.end - 100)
  }
  expect([window.bytes.length, window.end]).toEqual([100, 10_000_000])
  expect(window.bytes.buffer.byteLength).toBeLessThan(100_000)
})
