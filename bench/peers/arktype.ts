/**
 * arktype 2, which compiles its types when they are created.
 *
 * @module
 */
import { type Type, type } from 'arktype'
import { MARKER, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, pathOf, versionOf } from './peer.js'

/** `allows` for the verdict, a call for the errors. */
export function arktype(schemas: Schemas): Peer {
  const typed = dispatcher(schemas, (node) => typeOf(node))
  return {
    name: 'arktype',
    version: versionOf('arktype'),
    form: 'allows; errors of a call',
    passes: (record) => typed(record).allows(record),
    issues: (record) => {
      const out: unknown = typed(record)(record)
      return out instanceof type.errors ? out : []
    },
    paths: (issues) => (issues as ReadonlyArray<{ readonly path: ReadonlyArray<PropertyKey> }>).map(({ path }) => pathOf([...path])),
  }
}

// arktype cannot infer types that are built at run time; `object` and `unknown` keep the compiler from trying.
const define = type as unknown as (definition: unknown) => Type

const nullable = (of: Type): Type => of.or('null') as Type

const typeOf = memoised((node: Node): Type => {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'unknown':
      return define(node.kind)
    case 'number or string':
      return define('number | string')
    case 'boolean or string':
      return define('boolean | string')
    case 'literal':
      return type.unit(node.value) as unknown as Type
    case 'list':
      return nullable(typeOf(node.item)).array() as unknown as Type
    case 'map':
      return define({ '[string]': nullable(typeOf(node.item)) })
    case 'redactable':
      return typeOf(node.of).or(define(new RegExp(MARKER))) as Type
    case 'object':
      return define(
        Object.fromEntries(
          node.members.map(({ name, node: inner, required }) =>
            required
              ? ([name, typeOf(inner)] as const)
              : ([`${name}?`, inner.kind === 'unknown' ? 'unknown' : nullable(typeOf(inner))] as const),
          ),
        ),
      )
  }
})
