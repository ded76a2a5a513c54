/**
 * Codecs of strings of a certain form. Their errors report what was expected, never the value.
 *
 * @module
 */
import * as t from 'io-ts'
import { errorsOf } from '../codec/errors.js'
import { kindOf } from '../codec/kind.js'

/** Makes a codec of the strings that the guard accepts. */
export function branded<A extends string>(name: string, is: (u: unknown) => u is A, expected: string): t.Type<A, string> {
  return new t.Type<A, string>(
    name,
    is,
    (u, context) => {
      if (is(u)) return t.success(u)
      const received = typeof u === 'string' ? 'another string' : kindOf(u)
      return t.failures(errorsOf([{ code: 'WRONG_TYPE', path: [], expected, received }], context))
    },
    t.identity,
  )
}
