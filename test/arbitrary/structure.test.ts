import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codecOf, validOf } from '../../src/arbitrary/structure.js'
import { isRedacted } from '../../src/codec/redacted.js'
import { fieldsOf } from '../../src/codec/structure.js'
import { EVENTS, eventNamed, STRUCTURES } from '../support/codecs.js'
import { reachable, sitesOf } from '../support/sample.js'

const TABLE = STRUCTURES.find(({ name }) => name === 'TableInput') ?? STRUCTURES[0]
if (TABLE === undefined) throw new TypeError('no structure')

const samples = fc.sample(validOf(TABLE), { seed: 1, numRuns: 300 })

describe('validOf', () => {
  it('matches every structure there is', () => {
    const structures = reachable(EVENTS)
    for (const codec of structures) {
      for (const value of fc.sample(validOf(codec), { seed: 2, numRuns: 3 })) expect(codec.is(value)).toBe(true)
    }
    expect(structures.length).toBeGreaterThan(1000)
  })

  it('leaves members out, makes them null, and adds some that no model knows', () => {
    const names = fieldsOf(TABLE).map(({ name }) => name)
    for (const name of names) {
      expect(samples.some((value) => Object.hasOwn(value, name))).toBe(true)
      expect(samples.some((value) => !Object.hasOwn(value, name))).toBe(true)
    }
    expect(samples.some((value) => Object.values(value).includes(null))).toBe(true)
    expect(samples.some((value) => Object.keys(value).some((name) => !names.includes(name)))).toBe(true)
  })

  it('hides what is sensitive at times', () => {
    const codec = eventNamed('StartJobRun')
    const requirements = { holding: {}, present: ['requestParameters'] }
    const sensitive = fc
      .sample(validOf(codec, requirements), { seed: 1, numRuns: 300 })
      .flatMap((value) => sitesOf(codec, value))
      .filter(({ shape, value }) => shape.sensitive && value !== null)
    expect(sensitive.some(({ value }) => isRedacted(value))).toBe(true)
    expect(sensitive.some(({ value }) => typeof value === 'object')).toBe(true)
  })

  it('holds what is requirements', () => {
    const codec = eventNamed('GetTable')
    const requirements = { holding: { eventID: fc.constant('an id') }, present: ['requestParameters'] }
    fc.assert(
      fc.property(validOf(codec, requirements), (value) => value.eventID === 'an id' && Object.hasOwn(value, 'requestParameters')),
      { seed: 1, numRuns: 50 },
    )
  })

  it('shrinks to what fails', () => {
    const { counterexample } = fc.check(
      fc.property(validOf(TABLE), (value) => typeof value.retention !== 'number'),
      { seed: 1 },
    )
    expect(counterexample).toEqual([{ retention: 0 }])
  })
})

describe('codecOf', () => {
  it('takes structures alone', () => {
    expect(codecOf({ kind: 'structure', codec: TABLE, sensitive: false })).toBe(TABLE)
    expect(() => codecOf({ kind: 'structure', codec: { name: 'other' } as never, sensitive: false })).toThrow('other is not a structure')
  })
})
