/**
 * valibot 1.
 *
 * @module
 */
import * as v from 'valibot'
import { MARKER, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, pathOf, versionOf } from './peer.js'

/** `is` for the verdict, `safeParse` for the issues. */
export function valibot(schemas: Schemas): Peer {
  const schema = dispatcher(schemas, (node) => schemaOf(node))
  return {
    name: 'valibot',
    version: versionOf('valibot'),
    form: 'is of looseObject; safeParse issues',
    passes: (record) => v.is(schema(record), record),
    issues: (record) => v.safeParse(schema(record), record).issues ?? [],
    paths: (issues) =>
      (issues as ReadonlyArray<v.BaseIssue<unknown>>).map(({ path }) => pathOf(path?.map(({ key }) => key as PropertyKey) ?? [])),
  }
}

const schemaOf = memoised((node: Node): v.GenericSchema => {
  switch (node.kind) {
    case 'string':
      return v.string()
    case 'number':
      return v.number()
    case 'boolean':
      return v.boolean()
    case 'number or string':
      return v.union([v.number(), v.string()])
    case 'boolean or string':
      return v.union([v.boolean(), v.string()])
    case 'unknown':
      return v.unknown()
    case 'literal':
      return v.literal(node.value)
    case 'list':
      return v.array(v.nullable(schemaOf(node.item)))
    case 'map':
      return v.record(v.string(), v.nullable(schemaOf(node.item)))
    case 'redactable':
      return v.union([schemaOf(node.of), v.pipe(v.string(), v.regex(new RegExp(MARKER)))])
    case 'object':
      return v.looseObject(
        Object.fromEntries(
          node.members.map(({ name, node: inner, required }) => [name, required ? schemaOf(inner) : v.nullish(schemaOf(inner))] as const),
        ),
      )
  }
})
