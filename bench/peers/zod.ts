/**
 * zod 4.
 *
 * @module
 */
import { z } from 'zod'
import { MARKER, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, pathOf, versionOf } from './peer.js'

/** `safeParse` of objects that keep unknown members, as a decoder of audit records must. */
export function zod(schemas: Schemas): Peer {
  const schema = dispatcher(schemas, (node) => schemaOf(node))
  return {
    name: 'zod',
    version: versionOf('zod'),
    form: 'safeParse of looseObject; error.issues',
    passes: (record) => schema(record).safeParse(record).success,
    issues: (record) => schema(record).safeParse(record).error?.issues ?? [],
    paths: (issues) => (issues as ReadonlyArray<z.core.$ZodIssue>).map(({ path }) => pathOf(path)),
  }
}

const schemaOf = memoised((node: Node): z.ZodType => {
  switch (node.kind) {
    case 'string':
      return z.string()
    case 'number':
      return z.number()
    case 'boolean':
      return z.boolean()
    case 'number or string':
      return z.union([z.number(), z.string()])
    case 'boolean or string':
      return z.union([z.boolean(), z.string()])
    case 'unknown':
      return z.unknown()
    case 'literal':
      return z.literal(node.value)
    case 'list':
      return z.array(schemaOf(node.item).nullable())
    case 'map':
      return z.record(z.string(), schemaOf(node.item).nullable())
    case 'redactable':
      return z.union([schemaOf(node.of), z.string().regex(new RegExp(MARKER))])
    case 'object':
      return z.looseObject(
        Object.fromEntries(
          node.members.map(({ name, node: inner, required }) => [name, required ? schemaOf(inner) : schemaOf(inner).nullish()] as const),
        ),
      )
  }
})
