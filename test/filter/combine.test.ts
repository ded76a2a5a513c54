import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allOf, anyOf, not, type RecordPredicate, type Verdict } from '../../src/index.js'

const VERDICTS: ReadonlyArray<Verdict> = ['yes', 'unknown', 'no']

const always = (verdict: Verdict): RecordPredicate => ({ test: () => verdict })

const answer = ({ test }: RecordPredicate): Verdict => test({})

describe('the truth table', () => {
  it.each([
    ['yes', 'yes', 'yes', 'yes'],
    ['yes', 'unknown', 'unknown', 'yes'],
    ['yes', 'no', 'no', 'yes'],
    ['unknown', 'yes', 'unknown', 'yes'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'no', 'no', 'unknown'],
    ['no', 'yes', 'no', 'yes'],
    ['no', 'unknown', 'no', 'unknown'],
    ['no', 'no', 'no', 'no'],
  ] as const)('%s and %s: all %s, any %s', (a, b, all, any) => {
    expect(answer(allOf([always(a), always(b)]))).toBe(all)
    expect(answer(anyOf([always(a), always(b)]))).toBe(any)
  })

  it('turns yes and no around, and leaves unknown', () => {
    expect(VERDICTS.map((verdict) => answer(not(always(verdict))))).toEqual(['no', 'unknown', 'yes'])
  })

  it('of none: all of them hold, any of them does not', () => {
    expect(answer(allOf([]))).toBe('yes')
    expect(answer(anyOf([]))).toBe('no')
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
    fc.property(fc.array(fc.tuple(verdict, fc.constantFrom<Verdict>('yes', 'no')), { maxLength: 5 }), (pairs) => {
      const before = pairs.map(([v]) => v)
      const after = pairs.map(([v, turned]) => (v === 'unknown' ? turned : v))
      for (const combine of [all, any]) if (combine(before) !== 'unknown') expect(combine(after)).toBe(combine(before))
    }),
  )
})

describe('hints', () => {
  const named = (name: string): RecordPredicate => ({ test: () => 'yes', index: { names: [name] } })

  it('all: what both allow; any: what either allows; the opposite: nothing is known', () => {
    const late: RecordPredicate = { test: () => 'yes', index: { from: 5 } }
    expect(allOf([named('A'), late]).index).toEqual({ names: ['A'], from: 5 })
    expect(allOf([named('A'), always('yes')]).index).toEqual({ names: ['A'] })
    expect(anyOf([named('A'), named('B')]).index).toEqual({ names: ['A', 'B'] })
    expect(
      [anyOf([named('A'), late]), anyOf([named('A'), always('yes')]), anyOf([]), allOf([]), not(named('A'))].filter((p) => 'index' in p),
    ).toEqual([])
    expect(anyOf([always('no'), named('A'), named('B')]).index).toBeUndefined()
  })

  it('stop at the first answer that decides', () => {
    const never: RecordPredicate = {
      test: () => {
        throw new Error('asked')
      },
    }
    expect(answer(allOf([always('no'), never]))).toBe('no')
    expect(answer(anyOf([always('yes'), never]))).toBe('yes')
  })
})
