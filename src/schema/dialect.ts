/**
 * The dialects of JSON Schema: how each target writes null, constants, tuples and references.
 *
 * @module
 */

/**
 * A JSON Schema as plain data.
 *
 * @category models
 * @since 0.1.0
 */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The dialect a schema is written in. EventBridge's schema registry takes OpenAPI 3.0.
 *
 * @category models
 * @since 0.1.0
 */
export type JsonSchemaTarget = 'draft-2020-12' | 'draft-07' | 'openapi-3.1' | 'openapi-3.0'

/** A schema where every value or none may be allowed too. */
export type Node = JsonSchema | boolean

/** How a target writes what targets write differently. */
export interface Dialect {
  readonly target: JsonSchemaTarget
  /** `$schema` of a document. */
  readonly uri: string | undefined
  /** The path of the shared definitions from the root. */
  readonly home: ReadonlyArray<string>
  readonly any: Node
  readonly never: Node
  readonly null: JsonSchema
  readonly literal: (value: unknown) => JsonSchema
  readonly nullable: (node: Node) => Node
  /** Items by their position, the first `least` of which must be there. */
  readonly tuple: (items: ReadonlyArray<Node>, least: number) => JsonSchema
  /** Known values of an open enum. */
  readonly examples: (values: ReadonlyArray<string>) => JsonSchema
  /** A schema with notes that assert nothing. */
  readonly annotated: (node: Node, notes: JsonSchema) => Node
}

/** The targets, the default first. */
export const TARGETS: ReadonlyArray<JsonSchemaTarget> = ['draft-2020-12', 'draft-07', 'openapi-3.1', 'openapi-3.0']

const isObject = (node: Node): node is JsonSchema => typeof node === 'object'

/** A schema that any of these satisfies, simplified. */
export function anyOf(nodes: ReadonlyArray<Node>): Node {
  const flat = nodes.flatMap((node) =>
    isObject(node) && Array.isArray(node.anyOf) && Object.keys(node).length === 1 ? (node.anyOf as Node[]) : [node],
  )
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { anyOf: flat }
}

/** The dialect of a target. */
export function dialectOf(target: JsonSchemaTarget): Dialect {
  const is30 = target === 'openapi-3.0'
  const is07 = target === 'draft-07'
  const nothing: JsonSchema = is30 ? { type: 'object', nullable: true, enum: [null] } : { type: 'null' }
  const any: Node = is30 ? {} : true
  return {
    target,
    uri: is07
      ? 'http://json-schema.org/draft-07/schema#'
      : target === 'draft-2020-12'
        ? 'https://json-schema.org/draft/2020-12/schema'
        : undefined,
    home: is07 ? ['definitions'] : target === 'draft-2020-12' ? ['$defs'] : ['components', 'schemas'],
    any,
    never: is30 ? { not: {} } : false,
    null: nothing,
    literal: (value) => (is30 ? { type: typeof value, enum: [value] } : { const: value }),
    nullable: (node) => {
      if (node === any) return any
      // A type says nothing of null where other keywords would still refuse it.
      if (!isObject(node) || typeof node.type !== 'string' || 'enum' in node || 'not' in node || 'anyOf' in node)
        return anyOf([node, nothing])
      return is30 ? { ...node, nullable: true } : { ...node, type: [node.type, 'null'] }
    },
    tuple: (items, least) => ({
      type: 'array',
      ...(is30 ? { items: items.length === 0 ? {} : anyOf(items) } : { [is07 ? 'items' : 'prefixItems']: items }),
      minItems: least,
    }),
    examples: (values) => ({ [is30 ? 'x-glue-trail-values' : 'examples']: values }),
    annotated: (node, notes) => {
      if (Object.keys(notes).length === 0) return node
      if (!isObject(node)) return node ? notes : { not: {}, ...notes }
      // These targets ignore the members next to a reference.
      return '$ref' in node && (is07 || is30) ? { allOf: [node], ...notes } : { ...node, ...notes }
    },
  }
}
