/**
 * Plain io-ts: its own combinators, interpreted.
 *
 * @module
 */
import * as t from 'io-ts'
import { MARKER, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, versionOf } from './peer.js'

const MARKS = new RegExp(MARKER)
const isMarker = (u: unknown): u is string => typeof u === 'string' && MARKS.test(u)
const marker = new t.Type<string>('Marker', isMarker, (u, context) => (isMarker(u) ? t.success(u) : t.failure(u, context)), t.identity)

/** `decode`, and `is` where no errors are needed. */
export function ioTs(schemas: Schemas): ReadonlyArray<Peer> {
  const codec = dispatcher(schemas, codecOf)
  const version = versionOf('io-ts')
  const issues: Peer['issues'] = (record) => {
    const decoded = codec(record).decode(record)
    return decoded._tag === 'Left' ? decoded.left : []
  }
  // io-ts puts the index of a member of an intersection or a union among the keys.
  const paths: Peer['paths'] = (errors) =>
    (errors as t.Errors).map(({ context }) =>
      context
        .filter((_, i) => i > 0 && !/^(?:Intersection|Union)Type$/.test(tagOf(context[i - 1]?.type)))
        .map(({ key }) => key)
        .join('/'),
    )
  return [
    {
      name: 'io-ts',
      version,
      form: 'decode; type and partial in an intersection; errors of decode',
      passes: (record) => codec(record).decode(record)._tag === 'Right',
      issues,
      paths,
    },
    {
      name: 'io-ts is',
      version,
      form: 'is, which reports no errors; then decode',
      passes: (record) => codec(record).is(record),
      issues,
      paths,
    },
  ]
}

const tagOf = (type: unknown): string => String((type as { readonly _tag?: unknown } | undefined)?._tag)

const nullable = (codec: t.Mixed): t.Mixed => t.union([codec, t.null])

const codecOf = memoised((node: Node): t.Mixed => {
  switch (node.kind) {
    case 'string':
      return t.string
    case 'number':
      return t.number
    case 'boolean':
      return t.boolean
    case 'number or string':
      return t.union([t.number, t.string])
    case 'boolean or string':
      return t.union([t.boolean, t.string])
    case 'unknown':
      return t.unknown
    case 'literal':
      return t.literal(node.value)
    case 'list':
      return t.array(nullable(codecOf(node.item)))
    case 'map':
      return t.record(t.string, nullable(codecOf(node.item)))
    case 'redactable':
      return t.union([codecOf(node.of), marker])
    case 'object': {
      const required = node.members.filter((member) => member.required).map((member) => [member.name, codecOf(member.node)] as const)
      const optional = node.members
        .filter((member) => !member.required)
        .map(({ name, node: inner }) => [name, inner.kind === 'unknown' ? t.unknown : nullable(codecOf(inner))] as const)
      const partial = t.partial(Object.fromEntries(optional))
      return required.length === 0 ? partial : t.intersection([t.type(Object.fromEntries(required)), partial])
    }
  }
})
