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

it('takes pieces that follow each other in memory without copying them', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 251)
  const window = new TextWindow()
  for (const from of [0, 100, 200]) window.append(bytes.subarray(from, from + 100), true)
  window.release(50)
  expect([window.origin, window.end, window.bytes.buffer === bytes.buffer]).toEqual([50, 300, true])
  expect(window.extend(bytes.slice(0, 10))).toBe(false)
  window.append(bytes.slice(0, 10), true)
  expect(window.bytes).toEqual(Uint8Array.of(...bytes.subarray(50), ...bytes.subarray(0, 10)))
})

it('releases nothing if it keeps all', () => {
  const window = new TextWindow(true)
  window.append(Uint8Array.of(1, 2, 3))
  window.release(2)
  expect([window.origin, window.bytes]).toEqual([0, Uint8Array.of(1, 2, 3)])
})
