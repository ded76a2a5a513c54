/**
 * JSON Schema of codecs: of one, or of many APIs in one document.
 *
 * @module
 */
import type { Either } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { requireIterable, requireOptions, wrongName } from '../codec/argument.js'
import { glueEventNamed } from '../event/glue-event.js'
import { CloudTrailRecord } from '../event/record.js'
import { GLUE_APIS, type GlueEventName } from '../generated/registry.js'
import { type DescribeSchema, SchemaWalk } from './codec-schema.js'
import { type Dialect, dialectOf, type JsonSchema, type JsonSchemaTarget, type Node } from './dialect.js'
import type { SchemaIssue } from './schema-issue.js'

/**
 * How schemas are written.
 *
 * @category models
 * @since 0.1.0
 */
export interface JsonSchemasOptions {
  /** The dialect; `draft-2020-12` unless given. */
  readonly target?: JsonSchemaTarget
  /** `$id` of the document, an absolute address. OpenAPI has no such member: there it is left out. */
  readonly id?: string
  /**
   * Adds descriptions, deprecations and the known values of enums: `describeShape` of `glue-trail/describe`, or a
   * function of your own. Sensitive members then have `x-glue-trail-sensitive`. Without it a schema has only what
   * decides whether a value is accepted.
   */
  readonly describe?: DescribeSchema
}

/**
 * How the schema of one codec is written.
 *
 * @category models
 * @since 0.1.0
 */
export interface JsonSchemaOptions extends JsonSchemasOptions {
  /** `defs`, the default, makes a definition of each structure and refers to it; `inline` repeats it at each use. */
  readonly refs?: 'defs' | 'inline'
  /**
   * Schemas of codecs whose condition is code: refinements, brands, codecs of your own. They become part of
   * the schema unchanged.
   */
  readonly schemas?: ReadonlyMap<t.Mixed, JsonSchema>
}

/**
 * Returns the JSON Schema of a codec: a schema that accepts the JSON values which the codec decodes.
 *
 * Structures are open and their members optional and nullable, as in the codecs; redaction markers are allowed where
 * CloudTrail writes them. One difference remains: codecs refuse structures that contain themselves more than 64 levels
 * deep, and JSON Schema has no depth.
 *
 * @param codec - A codec of this package, an io-ts codec made of io-ts's own parts and ours, an API's name (its event),
 * or `'record'` for any CloudTrail record, which is large: validate with the API's own schema where the API is known.
 * @param options - Target, `$id`, references and descriptions.
 * @returns `Right` with the schema, or `Left` with the parts of the codec that have none. For the name of an API it is
 * `Right`, unless the API's shapes contain themselves and `refs` is `'inline'`.
 *
 * @see {@link https://json-schema.org/draft/2020-12 JSON Schema 2020-12}
 *
 * @example
 * import * as t from 'io-ts'
 * import { DeleteCrawlerRequestParameters } from 'glue-trail'
 * import { jsonSchemaOf } from 'glue-trail/schema'
 *
 * const schema = jsonSchemaOf(t.array(DeleteCrawlerRequestParameters))
 * assert.deepStrictEqual(schema._tag === 'Right' && schema.right, {
 *   $schema: 'https://json-schema.org/draft/2020-12/schema',
 *   type: 'array',
 *   items: { $ref: '#/$defs/DeleteCrawlerRequestParameters' },
 *   $defs: {
 *     DeleteCrawlerRequestParameters: { type: 'object', properties: { name: { type: ['string', 'null'] } } },
 *   },
 * })
 *
 * @category schemas
 * @since 0.1.0
 */
export function jsonSchemaOf(
  codec: t.Mixed | GlueEventName | 'record',
  options: JsonSchemaOptions = {},
): Either<ReadonlyArray<SchemaIssue>, JsonSchema> {
  requireOptions('jsonSchemaOf', options)
  const root = typeof codec === 'string' ? codecNamed(codec) : codec
  if (root === undefined || root === null) return { _tag: 'Left', left: [{ code: 'UNKNOWN_API', path: '', codec: String(codec) }] }
  const dialect = dialectOf(options.target ?? 'draft-2020-12')
  const walk = new SchemaWalk(dialect, {
    inline: options.refs === 'inline',
    describe: options.describe,
    schemas: options.schemas ?? NO_SCHEMAS,
  })
  const node = walk.schemaOf(root)
  return walk.issues.length > 0
    ? { _tag: 'Left', left: walk.issues }
    : { _tag: 'Right', right: documentOf(dialect, unfolded(node, walk, dialect), walk.definitions, options.id) }
}

/**
 * Returns one JSON Schema for many APIs: it accepts an event of any of them, and its definitions, which they share,
 * have each by its name, such as `UpdateTableEvent`.
 *
 * @param names - Names of APIs, or `'all'`.
 * @param options - Target, `$id` and descriptions.
 * @throws `TypeError` if a name is not that of a modelled API.
 *
 * @example
 * import { jsonSchemasOf } from 'glue-trail/schema'
 *
 * const { anyOf, $defs } = jsonSchemasOf(['StartCrawler', 'StopCrawler'])
 * assert.deepStrictEqual(anyOf, [{ $ref: '#/$defs/StartCrawlerEvent' }, { $ref: '#/$defs/StopCrawlerEvent' }])
 * assert.ok('StopCrawlerRequestParameters' in Object($defs))
 *
 * @category schemas
 * @since 0.1.0
 */
export function jsonSchemasOf(names: Iterable<GlueEventName> | 'all', options: JsonSchemasOptions = {}): JsonSchema {
  requireOptions('jsonSchemasOf', options)
  const dialect = dialectOf(options.target ?? 'draft-2020-12')
  const { nodes, definitions } = eventSchemas('jsonSchemasOf', names, dialect, options.describe)
  return documentOf(dialect, { anyOf: [...nodes.values()] }, definitions, options.id)
}

/** The schemas of the named APIs' events, as references, and all that they refer to. */
export function eventSchemas(
  caller: string,
  names: Iterable<GlueEventName> | 'all',
  dialect: Dialect,
  describe: DescribeSchema | undefined,
): { readonly nodes: ReadonlyMap<GlueEventName, Node>; readonly definitions: ReadonlyMap<string, Node> } {
  if (names !== 'all') requireIterable(caller, '`all`, or a list of names of APIs', names)
  const walk = new SchemaWalk(dialect, { inline: false, describe, schemas: NO_SCHEMAS })
  const nodes = new Map<GlueEventName, Node>()
  for (const name of names === 'all' ? GLUE_APIS : names) {
    const codec = glueEventNamed(name)
    if (codec === undefined) throw wrongName(caller, 'the name of a modelled Glue API', name)
    nodes.set(name, walk.schemaOf(codec))
  }
  return { nodes, definitions: walk.definitions }
}

const NO_SCHEMAS: ReadonlyMap<t.Mixed, JsonSchema> = /* @__PURE__ */ new Map()

const codecNamed = (name: string): t.Mixed | undefined => (name === 'record' ? CloudTrailRecord : glueEventNamed(name))

/**
 * The root in place of a reference to it, where nothing else refers to it. In OpenAPI each structure stays a component.
 */
function unfolded(node: Node, { definitions, references }: SchemaWalk, { uri }: Dialect): Node {
  const name = typeof node === 'object' && typeof node.$ref === 'string' ? node.$ref.slice(node.$ref.lastIndexOf('/') + 1) : ''
  const definition = definitions.get(name)
  if (uri === undefined || definition === undefined || references.get(name) !== 1) return node
  definitions.delete(name)
  return { title: name, ...(typeof definition === 'object' ? definition : { allOf: [definition] }) }
}

/** A document: its root, then the definitions. */
function documentOf({ uri, home }: Dialect, root: Node, definitions: ReadonlyMap<string, Node>, id: string | undefined): JsonSchema {
  const [outer = '', inner] = home
  const all = Object.fromEntries(definitions)
  return {
    ...(uri !== undefined && { $schema: uri, ...(id !== undefined && { $id: id }) }),
    ...(typeof root === 'object' ? root : root ? {} : { not: {} }),
    ...(definitions.size > 0 && { [outer]: inner === undefined ? all : { [inner]: all } }),
  }
}
