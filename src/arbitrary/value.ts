/**
 * Values of leaves: what CloudTrail writes, and anything else that the type allows. All of them survive JSON.
 *
 * @module
 */
import * as fc from 'fast-check'
import { MARKERS } from '../codec/redacted.js'

/** An object under construction. */
export type Value = Record<string, unknown>

/** Names that objects inherit, used as keys of data. */
export const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const

/** Redaction markers. */
export const ALL_MARKERS: ReadonlyArray<string> = [...MARKERS, '***', '****************']

/** Generates a redaction marker. */
export const marker = (): fc.Arbitrary<string> => fc.constantFrom(...ALL_MARKERS)

/** Generates a string, sometimes a redaction marker. */
export const stringOf = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string() },
    { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: marker() },
  )

/** Generates any number that JSON can represent, integers beyond 2^53 included. */
export const number = (): fc.Arbitrary<number> =>
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutSign), fc.constant(2 ** 53 + 2))

/** Returns the number as JSON keeps it: JSON loses the sign of zero. */
const withoutSign = (n: number): number => (n === 0 ? 0 : n)

/** Generates a timestamp in one of the forms of parameters, or any value of its types. */
export const time = (): fc.Arbitrary<number | string> =>
  fc.oneof(
    fc.constantFrom<number | string>(
      'Jan 22, 2021 12:46:28 AM',
      'Jan 22, 2021, 12:46:28\u202fAM',
      '2021-01-22T00:46:28+0000',
      1611276388123,
      1611276388.5,
    ),
    number(),
    stringOf(),
  )

/** Generates the key of a map or of a member outside the model. */
export const key = (): fc.Arbitrary<string> =>
  fc.oneof({ weight: 5, arbitrary: fc.string({ maxLength: 12 }) }, { weight: 1, arbitrary: fc.constantFrom(...INHERITED) })

/** Generates anything that JSON can represent. */
export const json = (): fc.Arbitrary<unknown> => fc.jsonValue({ maxDepth: 2 })

/** Makes an object with exactly these own members, including `__proto__`. */
export function objectOf(entries: Iterable<readonly [string, unknown]>): Value {
  const made: Value = {}
  for (const [name, value] of entries) {
    Object.defineProperty(made, name, { value, writable: true, enumerable: true, configurable: true })
  }
  return made
}
