import { describe, expect, it } from 'vitest'
import { fitted, widthOf, wrapped } from '../../src/cli/width.js'

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
    // Newer than the tables of the library.
    ['🫠', 2],
  ])('%s takes %i', (content, width) => {
    expect(widthOf(content)).toBe(width)
  })

  it.each([
    ['trigrams', 0x2630, 0x2637],
    ['digrams', 0x268a, 0x268f],
    ['hexagrams', 0x4dc0, 0x4dff],
    ['Chinese small numbers', 0x16ff2, 0x16ff6],
    ['Tangut and Khitan', 0x17000, 0x18df2],
    ['symbols of Tai Xuan Jing', 0x1d300, 0x1d356],
    ['counting rods', 0x1d360, 0x1d376],
    ['rounded symbols', 0x1f260, 0x1f265],
  ])('%s take 2, from the first to the last', (_, first, last) => {
    const widths = Array.from({ length: last - first + 1 }, (_, i) => widthOf(String.fromCodePoint(first + i)))
    expect(new Set(widths)).toEqual(new Set([2]))
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

describe('a hostile string', () => {
  it.each([
    ['long', 'x'.repeat(4_000_000)],
    ['wide', '表'.repeat(2_000_000)],
    ['of combining marks', `e${'\u0301'.repeat(4_000_000)}`],
    ['of marks that terminals do not draw', 'ก\u0e49'.repeat(1_000_000)],
    ['of emoji', '👍🏽'.repeat(500_000)],
  ])('is cut to a few units for each column: %s', (_, content) => {
    for (const cut of ['end', 'middle'] as const) {
      const cell = fitted(content, 20, cut)
      expect(cell.length).toBeLessThan(2 * 4 * 20 + 20)
      expect(widthOf(cell)).toBe(20)
    }
  })
})

describe('wrapped', () => {
  it('breaks between words, and words that are longer than a line', () => {
    expect(wrapped('to be or not', 6)).toEqual(['to be', 'or not'])
    expect(wrapped('abcdefgh ij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrapped('表表表', 4)).toEqual(['表表', '表'])
    expect(wrapped('', 4)).toEqual([''])
  })

  it.each([
    ['of Korean consonants', '\u1100'.repeat(40)],
    ['of Thai vowels', `ก${'\u0e33'.repeat(60)}`],
    ['behind a word', `a ${'b'.repeat(8)}${'\u1100'.repeat(3)} c`],
  ])('breaks a character that is wider than a line, or than what a word leaves: %s', (_, content) => {
    for (const width of [2, 7, 10, 20]) {
      const lines = wrapped(content, width)
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''))
    }
    expect(wrapped('表', 1)).toEqual(['表'])
  })
})
