/**
 * io-ts codecs of integrity: they keep values out of their errors, as the codecs of records do.
 *
 * @module
 */
import * as t from 'io-ts'
import { errorsOf, pathOf } from '../codec/errors.js'
import type { DecodeIssue } from '../codec/issue.js'
import { kindOf } from '../codec/kind.js'

/**
 * Wraps a codec so that its errors carry no value, and a message with path, what is expected and what kind of value is
 * there.
 */
export const quiet = <A>(codec: t.Type<A>): t.Type<A> =>
  new t.Type(
    codec.name,
    codec.is,
    (u, context) => {
      const decoded = codec.decode(u)
      return decoded._tag === 'Right' ? decoded : t.failures(errorsOf(decoded.left.map(issueOf), context))
    },
    t.identity,
  )

const issueOf = ({ context }: t.ValidationError): DecodeIssue => {
  const last = context.at(-1)
  return { code: 'WRONG_TYPE', path: pathOf(context), expected: last?.type.name ?? 'a value', received: kindOf(last?.actual) }
}

/** A codec of values that pass a check, its name in words. */
export const leaf = <A>(name: string, is: (u: unknown) => u is A): t.Type<A> =>
  new t.Type(name, is, (u, context) => (is(u) ? t.success(u) : t.failure(u, context)), t.identity)

/** A codec of an object whose last members may be missing. */
export const shape = <A>(name: string, required: t.Props, optional: t.Props = {}): t.Type<A> =>
  new t.Type<A>(
    name,
    (u): u is A => t.type(required).is(u) && t.partial(optional).is(u),
    (u, context) => {
      const decoded = t.type(required).validate(u, context)
      const rest = decoded._tag === 'Left' ? decoded : t.partial(optional).validate(u, context)
      return rest._tag === 'Left' ? rest : t.success(u as A)
    },
    t.identity,
  )

/** A string. */
export const string = /* @__PURE__ */ leaf('a string', (u): u is string => typeof u === 'string')

/** A string or null. */
export const nullableString = /* @__PURE__ */ leaf('a string or null', (u): u is string | null => u === null || typeof u === 'string')

/** A count. */
export const count = /* @__PURE__ */ leaf('a whole number', (u): u is number => typeof u === 'number' && Number.isSafeInteger(u) && u >= 0)
