import { describe, expect, it } from 'vitest'
import { MAX_PATTERN } from '../../src/event/glob.js'
import { everything } from '../../src/filter/field.js'
import { MAX_VALUES, matcherOf, matching, patternField, readPatterns } from '../../src/filter/patterns.js'

describe('readPatterns', () => {
  it('takes one string or several', () => {
    expect(readPatterns('api', 'GetTable')).toEqual({ _tag: 'Right', right: ['GetTable'] })
    expect(readPatterns('api', ['GetTable', 'Put*'])).toEqual({ _tag: 'Right', right: ['GetTable', 'Put*'] })
  })

  it.each<[unknown, object]>([
    [5, { code: 'WRONG_TYPE', field: 'api', expected: 'a string or a list of strings', received: 'a number' }],
    [null, { code: 'WRONG_TYPE', field: 'api', expected: 'a string or a list of strings', received: 'null' }],
    ['', { code: 'EMPTY', field: 'api', expected: 'at least one character', received: 'an empty string' }],
    [[], { code: 'EMPTY', field: 'api', expected: 'at least one value', received: 'an empty list' }],
    [['a', 5], { code: 'WRONG_TYPE', field: 'api', index: 1, expected: 'a string', received: 'a number' }],
    [[''], { code: 'EMPTY', field: 'api', index: 0, expected: 'at least one character', received: 'an empty string' }],
    ['a'.repeat(MAX_PATTERN + 1), { code: 'TOO_LONG', field: 'api', expected: 'at most 512 characters', received: 'more' }],
    [new Array(MAX_VALUES + 1).fill('a'), { code: 'TOO_LONG', field: 'api', expected: 'at most 1000 values', received: 'more' }],
    // A list with a hole.
    [new Array(1), { code: 'WRONG_TYPE', field: 'api', index: 0, expected: 'a string', received: 'nothing' }],
  ])('refuses %j', (value, issue) => {
    expect(readPatterns('api', value)).toEqual({ _tag: 'Left', left: issue })
  })

  it('takes the longest', () => {
    expect(readPatterns('api', 'a'.repeat(MAX_PATTERN))._tag).toBe('Right')
    expect(readPatterns('api', new Array(MAX_VALUES).fill('a'))._tag).toBe('Right')
  })
})

describe('matcherOf', () => {
  it('matches any of the patterns', () => {
    const matches = matcherOf(['GetTable', 'Put*'])
    expect(['GetTable', 'PutAsset', 'GetTables', ''].map(matches)).toEqual([true, true, false, false])
  })
})

describe('a field of patterns', () => {
  const gap = { path: ['awsRegion'], kind: 'ABSENT' } as const
  const valuesOf = (record: unknown) => record as { values: ReadonlyArray<string>; gap: typeof gap | undefined }

  it('is NO only where the values are complete and none matches, and else explains why not', () => {
    const { test, explain } = matching('region', ['a'], { valuesOf })
    const verdict = (values: ReadonlyArray<string>, isComplete: boolean) => test({ values, gap: isComplete ? undefined : gap } as object)
    expect([
      verdict(['b', 'a'], true),
      verdict(['b'], true),
      verdict(['b', 'a'], false),
      verdict(['b'], false),
      verdict([], false),
    ]).toEqual(['YES', 'NO', 'YES', 'UNKNOWN', 'UNKNOWN'])
    expect(explain?.({ values: ['b'], gap } as object)).toEqual([{ field: 'region', kind: 'ABSENT', path: ['awsRegion'] }])
    expect(explain?.({ values: ['a'], gap } as object)).toEqual([])
  })

  it('selects everything where a pattern matches anything', () => {
    expect(matching('api', ['a', '*'], { valuesOf, hint: () => ({ names: ['a'] }) })).toBe(everything)
  })

  it('has the hint of its patterns', () => {
    expect(matching('api', ['a'], { valuesOf, hint: (names) => ({ names }) }).index).toEqual({ names: ['a'] })
    expect('index' in matching('api', ['a'], { valuesOf, hint: () => undefined })).toBe(false)
  })

  it('takes its value as it is', () => {
    const field = patternField({ valuesOf })
    expect(field('region', 5, { fields: {}, now: 0 })).toEqual({
      _tag: 'Left',
      left: { code: 'WRONG_TYPE', field: 'region', expected: 'a string or a list of strings', received: 'a number' },
    })
    expect(field('region', 'eu-*', { fields: {}, now: 0 })).toMatchObject({ _tag: 'Right' })
  })
})
