import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/insight/fingerprint.js'

describe('fingerprintOf', () => {
  it('does not mind the order of members', () => {
    expect(fingerprintOf({ a: 1, b: { c: [2], d: null } })).toBe(fingerprintOf({ b: { d: null, c: [2] }, a: 1 }))
  })

  it('minds everything else', () => {
    const values = [
      null, undefined, true, 'true', 0, '0', '', [], {}, [[]], [{}], [1, 2], [2, 1], [1, [2]], [[1], 2], ['1', 2], ['1,2'], { a: 1 }, { a: '1' },
      { a: 1, b: undefined }, { a: { b: 1 } }, { a: {}, b: 1 }, { 'a":1': 1 }, { 'a,b': 1 }, 'null', '[1,2]', 'number 1 1',
      { __proto__: null, x: 1 }, JSON.parse('{"__proto__": 1}'),
    ] // biome-ignore format: one list
    expect(new Set(values.map(fingerprintOf)).size).toBe(values.length)
  })

  it('is the same for two values exactly where they are equal', () => {
    const small = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(small, small, (a, b) => {
        const normal = (u: unknown): unknown => JSON.parse(JSON.stringify(u))
        expect(fingerprintOf(normal(a)) === fingerprintOf(normal(b))).toBe(isDeepStrictEqual(normal(a), normal(b)))
        expect(fingerprintOf(normal(a))).toBe(fingerprintOf(normal(a)))
      }),
      { seed: 20240504, numRuns: 1000 },
    )
  })

  it('takes any nesting', () => {
    const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
    expect(fingerprintOf(deep(100_000))).not.toBe(fingerprintOf(deep(100_001)))
  })
})
