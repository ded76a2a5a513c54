import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/insight/canonical.js'
import { revokedByReading } from '../support/revoked.js'

/** The same value with members in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, member]) => [name, reversed(member)] as const)
      .reverse(),
  )
}

/** Without what JSON does not have, such as -0. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('canonical', () => {
  it.each<readonly [unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{}, '{}'],
    [[], '[]'],
    ['a"b', '"a\\"b"'],
    [undefined, 'undefined'],
  ])('of %j', (value, json) => {
    expect(canonical(value)).toBe(json)
  })

  it('is the same exactly for equal values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(canonical(a)).toBe(canonical(reversed(a)))
        expect(canonical(a) === canonical(b)).toBe(isDeepStrictEqual(plain(a), plain(b)))
      }),
      { seed: 20240514, numRuns: 500 },
    )
  })

  it('distinguishes what only looks the same', () => {
    const values = [1, '1', null, 'null', [], {}, [[]], [[], []], { a: [] }, { a: {} }, { 'a,"b': 1 }, { a: 1, b: 1 }, true, 'true', '~']
    expect(new Set(values.map(canonical)).size).toBe(values.length)
  })

  it.each([1, 99, 100, 101, 1000])('ends on a cycle of %i objects, wherever it begins', (length) => {
    for (const before of [0, 98, 99, 100, 300]) {
      const first: Record<string, unknown> = {}
      let last = first
      for (let i = 1; i < length; i++) last = last.next = {}
      last.next = first
      let value: unknown = first
      for (let i = 0; i < before; i++) value = [value]
      const json = canonical(value)
      expect(json.length).toBeLessThan(100 * (length + before + 10))
      expect(canonical(structuredClone(value))).toBe(json)
    }
  })

  it('is made of a list that is revoked while it is read', () => {
    expect(canonical([revokedByReading('a', 'b'), 1])).toBe('[["a","b"~,1]')
  })

  it('ends on cycles and on any depth', () => {
    const cycle: Record<string, unknown> = { a: 1 }
    cycle.self = cycle
    expect(canonical(cycle)).toBe('{"a":1,"self":~}')
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(canonical(deep)).toHaveLength(200_000)
    const shared = { x: 1 }
    expect(canonical([shared, shared])).toBe('[{"x":1},{"x":1}]')
  })
})
