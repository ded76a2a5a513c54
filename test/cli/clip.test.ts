import { describe, expect, it } from 'vitest'
import { clipped, firstUnits, lastUnits } from '../../src/cli/clip.js'

describe('clipped', () => {
  it('keeps both ends', () => {
    expect(clipped('abcdefgh', 8)).toBe('abcdefgh')
    expect(clipped('abcdefghi', 8)).toBe('abcd…ghi')
  })

  it('leaves no half of a surrogate pair', () => {
    expect(clipped('😀😀😀😀', 6)).toBe('😀…😀')
    expect(firstUnits('😀😀', 3)).toBe('😀')
    expect(lastUnits('😀😀', 3)).toBe('😀')
    expect([firstUnits('ab', 0), lastUnits('ab', 0)]).toEqual(['', ''])
  })
})
