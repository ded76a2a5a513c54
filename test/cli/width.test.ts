import { describe, expect, it } from 'vitest'
import { fitted, widthOf } from '../../src/cli/width.js'

describe('widthOf', () => {
  it.each([
    ['orders', 6],
    ['', 0],
    ['größe', 5],
    ['表', 2],
    ['e\u0301', 1],
    ['😀', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
  ])('%s takes %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

describe('fitted', () => {
  it('fills up with spaces', () => {
    expect(fitted('ab', 4, 'end')).toBe('ab  ')
    expect(fitted('表', 4, 'middle')).toBe('表  ')
  })

  it('cuts at the end or in the middle', () => {
    expect(fitted('abcdefgh', 5, 'end')).toBe('abcd…')
    expect(fitted('abcdefgh', 5, 'middle')).toBe('ab…gh')
    expect(fitted('abcdefgh', 4, 'middle')).toBe('ab…h')
    expect(fitted('abcdefgh', 1, 'middle')).toBe('…')
  })

  it('cuts no character in half, and leaves a column empty where a wide one has no room', () => {
    expect(fitted('表表表', 4, 'end')).toBe('表… ')
    expect(fitted('表表表', 5, 'end')).toBe('表表…')
    expect(fitted('a👍🏽b👍🏽c', 5, 'middle')).toBe('a👍🏽…c')
    expect(fitted('ae\u0301e\u0301e\u0301', 3, 'end')).toBe('ae\u0301…')
  })
})
