/**
 * arktype 2, which compiles its types when they are made.
 *
 * @module
 */
import { type Type, type } from 'arktype'
import { MARK, type Node, type Schemas } from '../schema.js'
import { dispatcher, memoised, type Peer, place, versionOf } from './peer.js'

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
    places: (issues) => (issues as ReadonlyArray<{ readonly path: ReadonlyArray<PropertyKey> }>).map(({ path }) => place([...path])),
  }
}

// Types that are put together at run time are beyond arktype's static side; `object` and `unknown` keep the compiler from trying.
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
    case 'hidden':
      return typeOf(node.of).or(define(new RegExp(MARK))) as Type
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
