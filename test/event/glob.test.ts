import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLiteral, matchesAnything, matchesGlob } from '../../src/event/glob.js'

/** The definition, which takes its time. */
function defined(pattern: string, content: string): boolean {
  if (pattern === '') return content === ''
  if (pattern[0] === '*') return defined(pattern.slice(1), content) || (content !== '' && defined(pattern, content.slice(1)))
  return content !== '' && (pattern[0] === '?' || pattern[0] === content[0]) && defined(pattern.slice(1), content.slice(1))
}

describe('matchesGlob', () => {
  it.each([
    ['UpdateTable', 'UpdateTable', true],
    ['UpdateTable', 'UpdateTables', false],
    ['updatetable', 'UpdateTable', false],
    ['Update*', 'UpdateTable', true],
    ['Update*', 'BatchUpdatePartition', false],
    ['*Table', 'UpdateTable', true],
    ['*Table*', 'BatchDeleteTableVersion', true],
    ['*', '', true],
    ['', '', true],
    ['?', '', false],
    ['eu-west-?', 'eu-west-1', true],
    ['eu-west-?', 'eu-west-10', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-b-b', false],
    ['**', 'x', true],
    ['[a-z].+', 'a', false],
  ])('%s and %s: %s', (pattern, content, matches) => {
    expect(matchesGlob(pattern, content)).toBe(matches)
  })

  it('is what its definition says', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 })
    const content = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 10 })
    fc.assert(
      fc.property(pattern, content, (p, t) => {
        expect(matchesGlob(p, t)).toBe(defined(p, t))
      }),
      { numRuns: 2000, seed: 20240514 },
    )
  })
})

it('distinguishes literal patterns, and those that match anything', () => {
  expect(['a', 'a*', '?'].map(isLiteral)).toEqual([true, false, false])
  expect(['*', '**', '*a', '?', ''].map(matchesAnything)).toEqual([true, true, false, false, false])
})
