/**
 * A neutral schema from which every library's schema is built. It comes from the field lists of our own codecs, so that
 * all check the same members.
 *
 * Members are optional and nullable unless marked `required`; unknown members are allowed; items of lists and maps are
 * nullable.
 *
 * @module
 */
import type * as t from 'io-ts'
import type { Shape } from '../src/codec/fields.js'
import { fieldsOf } from '../src/codec/structure.js'
import { glueEventNamed } from '../src/event/glue-event.js'

/** A type that every library can express. */
export type Node =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'number or string' | 'boolean or string' | 'unknown' }
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'list' | 'map'; readonly item: Node }
  /** The node, or a redaction marker. */
  | { readonly kind: 'redactable'; readonly of: Node }
  | ObjectNode

/** An object with known members. */
export interface ObjectNode {
  readonly kind: 'object'
  readonly name: string
  readonly members: ReadonlyArray<Member>
}

/** A member of an object. */
export interface Member {
  readonly name: string
  readonly node: Node
  readonly required: boolean
}

/** The redaction markers, as a pattern that every library accepts. */
export const MARKER =
  '^(?:HIDDEN_DUE_TO_SECURITY_REASONS|HIDDEN_FOR_SECURITY_REASONS|<sensitiveDataRemoved>|Value hidden due to security reasons\\.|\\*{3,})$'

/** The schemas of events, by API. */
export type Schemas = ReadonlyMap<string, ObjectNode>

/** Returns the schemas of the named APIs' events. Shared structures share a node. */
export function schemasOf(apis: ReadonlyArray<string>): Schemas {
  const known = new Map<t.Mixed, ObjectNode>()
  return new Map(
    apis.map((api) => {
      const codec = glueEventNamed(api)
      if (codec === undefined) throw new Error(`bench: no codec for ${api}`)
      return [api, objectOf(codec, known, [])]
    }),
  )
}

function objectOf(codec: t.Mixed, known: Map<t.Mixed, ObjectNode>, above: ReadonlyArray<t.Mixed>): ObjectNode {
  const made = known.get(codec)
  if (made !== undefined) return made
  const members = fieldsOf(codec).map(({ name, shape, mustBeThere }) => ({
    name,
    node: nodeOf(shape, known, [...above, codec]),
    required: mustBeThere,
  }))
  const node: ObjectNode = { kind: 'object', name: codec.name, members }
  known.set(codec, node)
  return node
}

function nodeOf(shape: Shape, known: Map<t.Mixed, ObjectNode>, above: ReadonlyArray<t.Mixed>): Node {
  const node = bareNodeOf(shape, known, above)
  // A marker is a string: where strings are accepted anyway, there is nothing to add.
  return shape.sensitive && !node.kind.endsWith('string') && node.kind !== 'unknown' ? { kind: 'redactable', of: node } : node
}

function bareNodeOf(shape: Shape, known: Map<t.Mixed, ObjectNode>, above: ReadonlyArray<t.Mixed>): Node {
  switch (shape.kind) {
    case 'list':
    case 'map':
      return { kind: shape.kind, item: nodeOf(shape.item, known, above) }
    case 'structure':
      // A table's status may contain a table. No record here has one, and without recursion every library can compile
      // inline.
      return above.includes(shape.codec) ? { kind: 'unknown' } : objectOf(shape.codec, known, above)
    case 'literal':
      return { kind: 'literal', value: shape.value }
    case 'timestamp':
      return { kind: 'number or string' }
    case 'document':
      return { kind: 'unknown' }
    case 'absent':
      throw new Error('bench: a member that must be absent')
    default:
      return { kind: shape.kind }
  }
}
