import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALL_MARKERS, INHERITED, json, key, marker, number, objectOf, stringOf, time } from '../../src/arbitrary/value.js'
import { isRedacted } from '../../src/codec/redacted.js'

const throughJson = (u: unknown): unknown => JSON.parse(JSON.stringify(u))

describe('Values', () => {
  it('survive JSON', () => {
    for (const arbitrary of [stringOf(), number(), time(), key()]) {
      fc.assert(
        fc.property(arbitrary, (value) => Object.is(throughJson(value), value)),
        { seed: 1 },
      )
    }
  })

  it('are marks at times', () => {
    fc.assert(fc.property(marker(), isRedacted), { seed: 1 })
    expect(ALL_MARKERS.every(isRedacted)).toBe(true)
    expect(fc.sample(stringOf(), { seed: 1, numRuns: 200 }).some(isRedacted)).toBe(true)
  })

  it('reach beyond the whole numbers that are exact', () => {
    expect(fc.sample(number(), { seed: 1, numRuns: 200 })).toContain(2 ** 53 + 2)
  })

  it('are JSON where anything goes', () => {
    fc.assert(
      fc.property(json(), (value) => JSON.stringify(throughJson(value)) === JSON.stringify(value)),
      { seed: 1 },
    )
  })
})

describe('objectOf', () => {
  it('has exactly the members given, names that objects inherit among them', () => {
    const made = objectOf(INHERITED.map((name) => [name, 1]))
    expect(Object.keys(made)).toEqual([...INHERITED])
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
  })
})
