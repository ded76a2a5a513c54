/**
 * Codecs of texts of a certain form. Their errors say what was expected and never what came.
 *
 * @module
 */
import * as t from 'io-ts'
import { errorsOf } from '../codec/errors.js'
import { kindOf } from '../codec/kind.js'

/** A codec of the texts that the guard lets pass. */
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
