/**
 * Order and de-duplication: nothing is lost, nothing is made up, and what is dropped was seen before.
 */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { applyAddenda, deduplicate, sortByTime } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { eventTimeOf } from '../../src/insight/event-time.js'

const SEED = 20240505

const few = (letters: string) => fc.constantFrom(...letters)

const record = fc.record(
  {
    eventID: fc.oneof(few('abc'), fc.constant(null)),
    sharedEventID: few('st'),
    recipientAccountId: few('12'),
    eventTime: fc.oneof(
      few('123').map((second) => `2024-05-01T12:00:0${second}Z`),
      fc.constantFrom('soon', null),
    ),
    requestParameters: fc.oneof(fc.constant(null), fc.record({ a: few('xy') })),
  },
  { requiredKeys: [], noNullPrototype: true },
)

const records = fc.array(fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) }), {
  maxLength: 24,
})

describe('inOrder', () => {
  it('is a permutation, by time, that leaves ties in their order', () => {
    fc.assert(
      fc.property(records, (list) => {
        // Each in a holder of its own, so that positions can be compared.
        const places = new Map(list.map((r, i) => [{ ...(r as object), place: i }, i] as const))
        const sorted = sortByTime(places.keys())
        expect(sorted.map((r) => places.get(r)).sort()).toEqual([...places.values()].sort())
        for (const [i, next] of sorted.entries()) {
          const before = sorted[i - 1]
          if (before === undefined) continue
          const [a, b] = [eventTimeOf(before) ?? Number.POSITIVE_INFINITY, eventTimeOf(next) ?? Number.POSITIVE_INFINITY]
          expect(a < b || (a === b && before.place < next.place)).toBe(true)
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe('distinct', () => {
  it('drops a record only if an equal one passed before', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 5 }), (list, maxRemembered) => {
        const isNew = deduplicate({ maxRemembered })
        for (const [i, r] of list.entries()) {
          if (!isNew(r)) expect(list.slice(0, i).some((earlier) => isDeepStrictEqual(earlier, r))).toBe(true)
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('passes each once, within its maxRemembered, and never two with one id', () => {
    fc.assert(
      fc.property(records, (list) => {
        const withId = list.filter((r) => typeof (r as { eventID?: unknown })?.eventID === 'string')
        const passed = withId.filter(deduplicate())
        for (const [i, r] of passed.entries()) expect(passed.slice(0, i).some((earlier) => isDeepStrictEqual(earlier, r))).toBe(false)
        for (const r of withId) expect(passed.some((one) => isDeepStrictEqual(one, r))).toBe(true)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('merges copies by the id they share, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 24 }), (list) => {
        const shared = list.filter((r) => r.sharedEventID !== undefined)
        const passed = shared.filter(deduplicate({ by: 'sharedEventID' }))
        expect(passed.map((r) => r.sharedEventID)).toEqual([...new Set(shared.map((r) => r.sharedEventID))])
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('applyAddenda', () => {
  const addendum = fc.record({
    reason: fc.constantFrom('UPDATED_DATA', 'DELIVERY_DELAY'),
    originalEventID: few('abc'),
    updatedFields: fc.constantFrom('requestParameters', 'sharedEventID,eventTime', 'nonsense', ''),
  })

  it('accounts for every record once', () => {
    const some = fc.array(
      fc.oneof(
        record,
        fc.tuple(record, addendum).map(([r, a]) => ({ ...r, addendum: a })),
      ),
      { maxLength: 16 },
    )
    fc.assert(
      fc.property(some, (list) => {
        const result = applyAddenda<object>(list)
        const applied = new Set(result.flatMap(({ addenda }) => addenda))
        expect(result.length + applied.size).toBe(list.length)
        for (const { record: r, changed, addenda } of result)
          if (addenda.length === 0) expect([list.includes(r as never), changed]).toEqual([true, []])
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})
