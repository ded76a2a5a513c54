/**
 * The compiled check and the collector agree about every value: the check passes exactly if there are no issues.
 */
import fc from 'fast-check'
import { decodeRecord, GlueEvent } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/codec/collect.js'
import { checkWithin } from '../../src/codec/depth.js'
import type { StructureType } from '../../src/codec/structure.js'
import { ALL_MARKERS, anything, changedValueOf, validOf } from '../support/arbitrary.js'
import { EVENTS, OTHERS, STRUCTURES } from '../support/codecs.js'
import { times } from '../support/effort.js'
import { sampleOf, sitesOf } from '../support/sample.js'

/** Fixed, so that a failure can be repeated; fast-check prints it with the counterexample. */
const SEED = 20240501

const structure = fc.constantFrom(...STRUCTURES)
const record = fc.constantFrom(...EVENTS, ...OTHERS)

/** Returns pairs of a codec and a value for it; the codec is printed as its name. */
const withCodec = (
  codecs: fc.Arbitrary<StructureType<unknown>>,
  value: (codec: StructureType<unknown>) => fc.Arbitrary<unknown>,
): fc.Arbitrary<readonly [StructureType<unknown>, unknown]> => codecs.chain((codec) => value(codec).map((made) => [codec, made] as const))

const agrees = (codec: StructureType<unknown>, value: unknown): boolean => {
  const passes = codec.is(value)
  const issues = collect(codec, value)
  const decoded = codec.decode(value)
  return passes === (issues.length === 0) && passes === (decoded._tag === 'Right')
}

/** Values of every type, and values that resemble those of another type. */
const POOL: ReadonlyArray<unknown> = [
  undefined,
  null,
  'text',
  '',
  '*',
  ...ALL_MARKERS,
  0,
  Number.NaN,
  true,
  false,
  {},
  { a: null },
  { a: 'text' },
  { a: 1 },
  { a: {} },
  { a: undefined },
  { a: [] },
  [],
  [null],
  [undefined],
  new Array(1),
  ['text'],
  [1],
  [true],
  [{}],
  [[]],
  [['text']],
  [[1]],
  [ALL_MARKERS[0]],
  10n,
  Symbol.iterator,
  () => 'text',
  new Map(),
  new Date(0),
  Object.create(null),
]

describe('The check and the collector', () => {
  it('agree on every member of every structure, for every value of a pool', () => {
    const failures: Array<string> = []
    let compared = 0
    for (const codec of STRUCTURES) {
      const full = sampleOf(codec)
      if (!codec.is(full) || collect(codec, full).length > 0) failures.push(`${codec.name}: the sample`)
      const least = Object.fromEntries(codec.fields.flatMap(({ name, mustBeThere }) => (mustBeThere ? [[name, full[name]]] : [])))
      for (const { name } of codec.fields) {
        const value = { ...least }
        for (const [i, member] of POOL.entries()) {
          value[name] = member
          compared++
          if (codec.is(value) !== (collect(codec, value).length === 0)) failures.push(`${codec.name}.${name}: value ${i} of the pool`)
        }
      }
    }
    expect(failures).toEqual([])
    expect(STRUCTURES.length).toBeGreaterThan(1400)
    expect(compared).toBeGreaterThan(200_000)
  })

  it('agree on every value that is not a structure', () => {
    const failures = STRUCTURES.flatMap((codec) =>
      POOL.flatMap((value, i) => (agrees(codec, value) ? [] : [`${codec.name}: value ${i} of the pool`])),
    )
    expect(failures).toEqual([])
  })

  it('both pass values made from the field list', () => {
    fc.assert(
      fc.property(withCodec(structure, validOf), ([codec, value]) => {
        expect(collect(codec, value)).toEqual([])
        expect(codec.is(value)).toBe(true)
      }),
      { seed: SEED, numRuns: times(2000, 200) },
    )
  })

  it('agree on values with anything in some places', () => {
    let wrong = 0
    fc.assert(
      fc.property(withCodec(structure, changedValueOf), ([codec, value]) => {
        if (!codec.is(value)) wrong++
        expect(agrees(codec, value)).toBe(true)
      }),
      { seed: SEED, numRuns: times(3000, 300) },
    )
    expect(wrong).toBeGreaterThan(times(1000, 100))
  })

  it('agree on whole records, and decodeRecord and GlueEvent with them', () => {
    let wrong = 0
    fc.assert(
      fc.property(withCodec(record, changedValueOf), ([codec, value]) => {
        const outcome = decodeRecord(value, { maxIssues: 10_000 })
        expect(agrees(codec, value)).toBe(true)
        if (outcome._tag !== 'Both') return
        wrong++
        expect(outcome.left.length).toBeGreaterThan(0)
        expect(new Set(outcome.left.map(({ path }) => JSON.stringify(path))).size).toBe(outcome.left.length)
        if (EVENTS.includes(codec) && codec.is(value)) expect(GlueEvent.is(value)).toBe(true)
      }),
      { seed: SEED, numRuns: times(1500, 150) },
    )
    expect(wrong).toBeGreaterThan(times(400, 40))
  })

  it('agree on anything', () => {
    fc.assert(
      fc.property(structure, anything, (codec, value) => {
        expect(agrees(codec, value)).toBe(true)
      }),
      { seed: SEED, numRuns: times(3000, 300) },
    )
  })

  it('agree at every limit of depth', () => {
    const recursive = STRUCTURES.filter((codec) => codec.recursive)
    fc.assert(
      fc.property(withCodec(fc.constantFrom(...recursive), changedValueOf), fc.integer({ min: 1, max: 4 }), ([codec, value], most) => {
        expect(checkWithin(most, codec.is, value)).toBe(collect(codec, value, 100, most).length === 0)
      }),
      { seed: SEED, numRuns: times(1000, 100) },
    )
    expect(recursive.map(({ name }) => name).sort()).toEqual(['Mapping', 'SearchFilterClause', 'StatusDetails', 'Table', 'TableStatus'])
  })

  it('find one issue per wrong value', () => {
    fc.assert(
      fc.property(withCodec(structure, validOf), fc.nat(), ([codec, made], place) => {
        const value = structuredClone(made)
        const sites = sitesOf(codec, value).filter(({ shape }) => shape.kind !== 'document')
        const site = sites[place % sites.length]
        fc.pre(site !== undefined)
        site?.set(Symbol('wrong'))
        const issues = collect(codec, value)
        expect(issues).toHaveLength(1)
        expect(issues[0]).toMatchObject({ code: 'WRONG_TYPE', received: 'a symbol' })
      }),
      { seed: SEED, numRuns: times(1500, 150) },
    )
  })
})
