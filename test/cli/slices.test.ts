import { describe, expect, it } from 'vitest'
import { betweenBytes, inSlices, SLICE, slicesOf } from '../../src/cli/slices.js'

describe('slicesOf', () => {
  it('yields all of a string, in slices of one length', () => {
    const content = 'a'.repeat(3 * SLICE + 1)
    const slices = [...slicesOf(content)]
    expect(slices.map(({ length }) => length)).toEqual([SLICE, SLICE, SLICE, 1])
    expect(slices.join('')).toBe(content)
    expect([...slicesOf('')]).toEqual([])
  })

  it('cuts no character', () => {
    const content = `a${'\u{1f600}'.repeat(SLICE)}`
    const slices = [...slicesOf(content)]
    expect(slices.join('')).toBe(content)
    expect(slices.filter((slice) => /^[\udc00-\udfff]/.test(slice))).toEqual([])
  })

  it('cuts no character of UTF-8 where units are bytes, and is not led on by other bytes', () => {
    for (const character of ['\u00e9', '\u202e', '\u{1f600}']) {
      const content = `a${Buffer.from(character.repeat(SLICE)).toString('latin1')}`
      const slices = [...slicesOf(content, betweenBytes)]
      expect(slices.join('')).toBe(content)
      expect(slices.filter((slice) => /^[\x80-\xbf]/.test(slice))).toEqual([])
    }
    expect([...slicesOf('\x80'.repeat(2 * SLICE), betweenBytes)].map(({ length }) => length)).toEqual([SLICE + 3, SLICE - 3])
  })
})

it('replaces in a long string what is replaced in a short one', () => {
  const replace = (content: string): string => content.replaceAll('b', 'cc')
  for (const content of ['ab', 'ab'.repeat(SLICE)]) expect(inSlices(content, replace)).toBe(replace(content))
})
