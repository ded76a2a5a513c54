import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, not, type RecordPredicate, type Verdict } from '../../src/index.js'

const VERDICTS: ReadonlyArray<Verdict> = ['YES', 'UNKNOWN', 'NO']

const always = (verdict: Verdict): RecordPredicate => ({ test: () => verdict })

const answer = ({ test }: RecordPredicate): Verdict => test({})

describe('the truth table', () => {
  it.each([
    ['YES', 'YES', 'YES', 'YES'],
    ['YES', 'UNKNOWN', 'UNKNOWN', 'YES'],
    ['YES', 'NO', 'NO', 'YES'],
    ['UNKNOWN', 'YES', 'UNKNOWN', 'YES'],
    ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN'],
    ['UNKNOWN', 'NO', 'NO', 'UNKNOWN'],
    ['NO', 'YES', 'NO', 'YES'],
    ['NO', 'UNKNOWN', 'NO', 'UNKNOWN'],
    ['NO', 'NO', 'NO', 'NO'],
  ] as const)('%s and %s: all %s, any %s', (a, b, all, any) => {
    expect(answer(allOf([always(a), always(b)]))).toBe(all)
    expect(answer(anyOf([always(a), always(b)]))).toBe(any)
  })

  it('turns yes and no around, and leaves unknown', () => {
    expect(VERDICTS.map((verdict) => answer(not(always(verdict))))).toEqual(['NO', 'UNKNOWN', 'YES'])
  })

  it('of none: all of them hold, any of them does not', () => {
    expect(answer(allOf([]))).toBe('YES')
    expect(answer(anyOf([]))).toBe('NO')
  })
})

describe('the laws', () => {
  const verdict = fc.constantFrom(...VERDICTS)
  const list = fc.array(verdict, { maxLength: 5 })
  const all = (verdicts: ReadonlyArray<Verdict>): Verdict => answer(allOf(verdicts.map(always)))
  const any = (verdicts: ReadonlyArray<Verdict>): Verdict => answer(anyOf(verdicts.map(always)))
  const no = (v: Verdict): Verdict => answer(not(always(v)))
  const law = (name: string, property: fc.IProperty<unknown>): void => it(name, () => fc.assert(property, { seed: 20240514 }))

  law(
    'the order does not matter, nor how they are grouped',
    fc.property(list, list, (a, b) => {
      expect(all([...a, ...b])).toBe(all([...b, ...a]))
      expect(any([...a, ...b])).toBe(any([...b, ...a]))
      expect(all([all(a), all(b)])).toBe(all([...a, ...b]))
      expect(any([any(a), any(b)])).toBe(any([...a, ...b]))
    }),
  )
  law(
    'De Morgan, and the opposite of the opposite',
    fc.property(list, verdict, (a, v) => {
      expect(no(all(a))).toBe(any(a.map(no)))
      expect(no(any(a))).toBe(all(a.map(no)))
      expect(no(no(v))).toBe(v)
    }),
  )
  law(
    'one distributes over the other, and absorbs it',
    fc.property(verdict, verdict, verdict, (a, b, c) => {
      expect(all([a, any([b, c])])).toBe(any([all([a, b]), all([a, c])]))
      expect(any([a, all([b, c])])).toBe(all([any([a, b]), any([a, c])]))
      expect(all([a, any([a, b])])).toBe(a)
      expect(any([a, all([a, b])])).toBe(a)
    }),
  )
  law(
    'what is unknown may turn out either way: an answer that is given stays',
    fc.property(fc.array(fc.tuple(verdict, fc.constantFrom<Verdict>('YES', 'NO')), { maxLength: 5 }), (pairs) => {
      const before = pairs.map(([v]) => v)
      const after = pairs.map(([v, turned]) => (v === 'UNKNOWN' ? turned : v))
      for (const combine of [all, any]) if (combine(before) !== 'UNKNOWN') expect(combine(after)).toBe(combine(before))
    }),
  )
})

describe('hints', () => {
  const named = (name: string): RecordPredicate => ({ test: () => 'YES', index: { names: [name] } })

  it('all: what both allow; any: what either allows; the opposite: nothing is known', () => {
    const late: RecordPredicate = { test: () => 'YES', index: { from: 5 } }
    expect(allOf([named('A'), late]).index).toEqual({ names: ['A'], from: 5 })
    expect(allOf([named('A'), always('YES')]).index).toEqual({ names: ['A'] })
    expect(anyOf([named('A'), named('B')]).index).toEqual({ names: ['A', 'B'] })
    expect(
      [anyOf([named('A'), late]), anyOf([named('A'), always('YES')]), anyOf([]), allOf([]), not(named('A'))].filter((p) => 'index' in p),
    ).toEqual([])
    expect(anyOf([always('NO'), named('A'), named('B')]).index).toBeUndefined()
  })

  it('stop at the first answer that decides', () => {
    const never: RecordPredicate = {
      test: () => {
        throw new Error('asked')
      },
    }
    expect(answer(allOf([always('NO'), never]))).toBe('NO')
    expect(answer(anyOf([always('YES'), never]))).toBe('YES')
  })
})
