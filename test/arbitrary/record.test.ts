import fc from 'fast-check'
import {
  AggregatedRecord,
  type CloudTrailRecord,
  decodeRecord,
  InsightRecord,
  isGlueEvent,
  matchRecord,
  type NonconformingRecord,
  recordOf,
} from 'glue-trail'
import { arbitraryRecord } from 'glue-trail/arbitrary'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { ALL_FAMILIES } from '../../src/arbitrary/record.js'
import { kindOfRecord } from '../../src/event/classify.js'

const tag = (record: unknown): string => decodeRecord(record)._tag

describe('arbitraryRecord', () => {
  it.each(ALL_FAMILIES)('matches the model of the family %s, and no other', (family) => {
    fc.assert(
      fc.property(arbitraryRecord({ families: [family] }), (record) => tag(record) === 'Right' && kindOfRecord(record) === family),
      { seed: 1, numRuns: 200 },
    )
  })

  it.each(ALL_FAMILIES)('does not conform to the model of the family %s and stays in it', (family) => {
    fc.assert(
      fc.property(
        arbitraryRecord({ families: [family], nonconforming: 'all' }),
        (record) => tag(record) === 'Both' && kindOfRecord(record) === family,
      ),
      { seed: 1, numRuns: 200 },
    )
  })

  it('comes from all families by default', () => {
    const of = (options?: Parameters<typeof arbitraryRecord>[0]): ReadonlySet<unknown> =>
      new Set(fc.sample(arbitraryRecord(options), { seed: 2, numRuns: 200 }).map(kindOfRecord))
    expect(of()).toEqual(new Set(ALL_FAMILIES))
    expect(of({ families: [] })).toEqual(new Set(ALL_FAMILIES))
    expect(of({ families: ['insight', 'event'] })).toEqual(new Set(['insight', 'event']))
  })

  it('contains some nonconforming records on request', () => {
    const records = fc.sample(arbitraryRecord({ nonconforming: 'some' }), { seed: 3, numRuns: 400 })
    const both = records.filter((record) => tag(record) === 'Both').length
    expect(both).toBeGreaterThan(50)
    expect(both).toBeLessThan(150)
    expect(records.every((record) => tag(record) !== 'Left')).toBe(true)
  })

  it('has a type that depends on whether records may be nonconforming', () => {
    expectTypeOf(arbitraryRecord()).toEqualTypeOf<fc.Arbitrary<CloudTrailRecord>>()
    expectTypeOf(arbitraryRecord({ nonconforming: 'some' })).toEqualTypeOf<fc.Arbitrary<CloudTrailRecord | NonconformingRecord>>()
  })

  it('survives JSON as a record that decodes alike', () => {
    fc.assert(
      fc.property(arbitraryRecord({ nonconforming: 'some' }), (record) => tag(JSON.parse(JSON.stringify(record))) === tag(record)),
      { seed: 4, numRuns: 300 },
    )
  })

  it('agrees with the guards', () => {
    fc.assert(
      fc.property(arbitraryRecord(), (record) => {
        const kind = matchRecord(recordOf(decodeRecord(record)) ?? record, {
          event: () => 'event',
          nonconforming: () => 'nonconforming',
          unmodelled: () => 'unmodelled',
          otherService: () => 'otherService',
          insight: () => 'insight',
          aggregated: () => 'aggregated',
        })
        expect(kind).toBe(kindOfRecord(record))
        expect(isGlueEvent(record)).toBe(kind === 'event')
        expect(InsightRecord.is(record)).toBe(kind === 'insight')
        expect(AggregatedRecord.is(record)).toBe(kind === 'aggregated')
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
