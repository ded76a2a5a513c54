/**
 * fast-check arbitraries for tests of decoding: valid values are those of `glue-trail/arbitrary`; here some of their
 * places are changed to anything at all.
 */
import fc from 'fast-check'
import { validOf } from '../../src/arbitrary/structure.js'
import { ALL_MARKERS } from '../../src/arbitrary/value.js'
import type { StructureType } from '../../src/codec/structure.js'
import { sitesOf, type Value } from './sample.js'

export { validOf } from '../../src/arbitrary/structure.js'
export { ALL_MARKERS, INHERITED, objectOf } from '../../src/arbitrary/value.js'

/** Values that are wrong in most places: every JSON kind, and what no JSON holds. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, -1, 1.5, Number.NaN, true, false, '', 'text', '*', ...ALL_MARKERS),
  fc.constant(null).map(() => []),
  fc.constant(null).map(() => ({})),
  fc.constant(null).map(() => [[]]),
  fc.constant(null).map(() => [undefined, 1, 'a', { a: 1 }]),
  // A list with a hole.
  fc.constant(null).map(() => new Array(2)),
  fc.constant(null).map(() => ({ a: undefined, b: 'text', c: 1 })),
  fc.jsonValue({ maxDepth: 2 }),
  fc.anything({ maxDepth: 1, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
)

/** A value of a structure in which up to four places hold anything at all. */
export function changedValueOf(codec: StructureType<unknown>): fc.Arbitrary<Value> {
  const changes = fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 4 })
  return fc.tuple(validOf(codec), changes).map(([value, list]) => {
    const changed = structuredClone(value)
    for (const [place, other] of list) {
      const sites = sitesOf(codec, changed)
      if (sites.length > 0) sites[place % sites.length]?.set(other)
    }
    return changed
  })
}
