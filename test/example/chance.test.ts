import { describe, expect, it } from 'vitest'
import { chance, seedOf } from '../../src/example/chance.js'

describe('seedOf', () => {
  it('is FNV-1a', () => {
    expect(seedOf('')).toBe(0x811c9dc5)
    expect(seedOf('a')).toBe(0xe40c292c)
    expect(seedOf('foobar')).toBe(0xbf9cf968)
  })

  it('keeps words apart, and reads a number as its string', () => {
    expect(seedOf('ab', 'c')).not.toBe(seedOf('a', 'bc'))
    expect(seedOf('seed', 1)).toBe(seedOf('seed', '1'))
  })
})

describe('chance', () => {
  it('draws what mulberry32 draws', () => {
    const { int } = chance(1)
    expect([int(1000), int(1000), int(1000)]).toEqual([627, 2, 527])
    expect(chance(1).int(2 ** 32) / 2 ** 32).toBe(0.6270739405881613)
  })

  it('draws letters, hexadecimals and UUIDs of version 4', () => {
    const { hex, letters, uuid } = chance(7)
    expect(letters('ab', 6)).toMatch(/^[ab]{6}$/)
    expect(hex(16)).toMatch(/^[0-9a-f]{16}$/)
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('reaches every item of a list, and both ends of a range', () => {
    const { int, pick } = chance(3)
    expect(new Set(Array.from({ length: 200 }, () => pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
    const drawn = Array.from({ length: 500 }, () => int(10))
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([0, 9])
  })
})
