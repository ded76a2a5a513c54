/**
 * typebox 1, compiled.
 *
 * @module
 */
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { MARKER, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, versionOf } from './peer.js'

/** `Check` for the verdict; `Check` and, where it fails, `Errors` for the issues. */
export function typebox(schemas: Schemas): Peer {
  const validator = dispatcher(schemas, (node) => Compile(schemaOf(node)))
  return {
    name: 'typebox',
    version: versionOf('typebox'),
    form: 'Check, compiled; Check, then Errors',
    passes: (record) => validator(record).Check(record),
    issues: (record) => {
      const compiled = validator(record)
      return compiled.Check(record) ? [] : compiled.Errors(record)
    },
    paths: (issues) => (issues as ReadonlyArray<{ readonly instancePath: string }>).map(({ instancePath }) => instancePath.slice(1)),
  }
}

const nullable = (of: TSchema): TSchema => Type.Union([of, Type.Null()])

const schemaOf = memoised((node: Node): TSchema => {
  switch (node.kind) {
    case 'string':
      return Type.String()
    case 'number':
      return Type.Number()
    case 'boolean':
      return Type.Boolean()
    case 'number or string':
      return Type.Union([Type.Number(), Type.String()])
    case 'boolean or string':
      return Type.Union([Type.Boolean(), Type.String()])
    case 'unknown':
      return Type.Unknown()
    case 'literal':
      return Type.Literal(node.value)
    case 'list':
      return Type.Array(nullable(schemaOf(node.item)))
    case 'map':
      // Faster than Type.Record, which tests every key against a pattern.
      return Type.Object({}, { additionalProperties: nullable(schemaOf(node.item)) })
    case 'redactable':
      return Type.Union([schemaOf(node.of), Type.String({ pattern: MARKER })])
    case 'object':
      return Type.Object(
        Object.fromEntries(
          node.members.map(({ name, node: inner, required }) => [
            name,
            required ? schemaOf(inner) : Type.Optional(inner.kind === 'unknown' ? Type.Unknown() : nullable(schemaOf(inner))),
          ]),
        ),
      )
  }
})
