/**
 * io-ts codecs of integrity: they keep values out of their errors, as the codecs of records do, and have the parts of
 * io-ts's own, of which `jsonSchemaOf` makes their schema.
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
  withParts(
    new t.Type(
      codec.name,
      codec.is,
      (u, context) => {
        const decoded = codec.decode(u)
        return decoded._tag === 'Right' ? decoded : t.failures(errorsOf(decoded.left.map(issueOf), context))
      },
      t.identity,
    ),
    partsOf(codec),
  )

const issueOf = ({ context }: t.ValidationError): DecodeIssue => {
  const last = context.at(-1)
  return { code: 'WRONG_TYPE', path: pathOf(context), expected: last?.type.name ?? 'a value', received: kindOf(last?.actual) }
}

/** Gives a codec the tag and the parts of one of io-ts. */
const withParts = <A>(codec: t.Type<A>, parts: object): t.Type<A> => Object.assign(codec, parts)

function partsOf(codec: t.Mixed): object {
  const { name: _name, is: _is, validate: _validate, encode: _encode, decode: _decode, ...parts } = codec
  return parts
}

/** A codec of the values of another, its name in words. */
export const named = <A>(name: string, codec: t.Type<A>): t.Type<A> =>
  withParts(new t.Type(name, codec.is, (u, context) => (codec.is(u) ? t.success(u) : t.failure(u, context)), t.identity), partsOf(codec))

/** A codec of an object whose last members may be missing. */
export const shape = <A>(name: string, required: t.Props, optional: t.Props = {}): t.Type<A> => {
  const [there, rest] = [t.type(required), t.partial(optional)]
  const codec = new t.Type<A>(
    name,
    (u): u is A => there.is(u) && rest.is(u),
    (u, context) => {
      const decoded = there.validate(u, context)
      const others = decoded._tag === 'Left' ? decoded : rest.validate(u, context)
      return others._tag === 'Left' ? others : t.success(u as A)
    },
    t.identity,
  )
  const mayBeMissing = Object.entries(optional).map(([member, type]) => [member, t.union([type, t.undefined])])
  return withParts(codec, { _tag: 'InterfaceType', props: { ...required, ...Object.fromEntries(mayBeMissing) } })
}

/** A string. */
export const string = /* @__PURE__ */ named('a string', t.string)

/** A codec of what another has, or null. */
export const nullable = <A>(codec: t.Type<A>): t.Type<A | null> => named(`${codec.name} or null`, t.union([codec, t.null]))

/** A string or null. */
export const nullableString = /* @__PURE__ */ nullable(string)
