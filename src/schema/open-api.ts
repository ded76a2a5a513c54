/**
 * OpenAPI documents for Glue events.
 *
 * @module
 */
import { madeOf, requireOptions } from '../codec/argument.js'
import type { GlueEventName } from '../generated/registry.js'
import type { DescribeSchema } from './codec-schema.js'
import { dialectOf, type JsonSchema } from './dialect.js'
import { eventSchemas } from './json-schema.js'

/**
 * What an OpenAPI document is called, and how it is written.
 *
 * @category models
 * @since 0.1.0
 */
export interface OpenApiOptions {
  /** Its title. */
  readonly title: string
  /** Its own version. */
  readonly version: string
  /** Of OpenAPI; `openapi-3.1` unless given. */
  readonly target?: 'openapi-3.1' | 'openapi-3.0'
  /** See `JsonSchemasOptions`. */
  readonly describe?: DescribeSchema
}

/**
 * Returns an OpenAPI document with the events of the named APIs: in 3.1 each is a webhook, in 3.0, which has no
 * webhooks, they are components alone.
 *
 * @param names - Names of APIs, or `'all'`.
 * @param options - Title and version, target and descriptions.
 * @throws `TypeError` if a name is not that of a modelled API.
 *
 * @see {@link https://spec.openapis.org/oas/v3.1.1 OpenAPI 3.1}
 *
 * @example
 * import { openApiOf } from 'glue-trail/schema'
 *
 * const document = openApiOf(['StartCrawler'], { title: 'Crawlers', version: '1.0.0' })
 * assert.strictEqual(document.openapi, '3.1.0')
 * assert.deepStrictEqual(Object.keys(Object(document.webhooks)), ['StartCrawler'])
 *
 * @category schemas
 * @since 0.1.0
 */
export function openApiOf(names: Iterable<GlueEventName> | 'all', options: OpenApiOptions): JsonSchema {
  requireOptions('openApiOf', options)
  const {
    title,
    version,
    target = 'openapi-3.1',
    describe,
  } = madeOf('openApiOf', 'an object of options', options, () => ({
    title: options.title,
    version: options.version,
    target: options.target,
    describe: options.describe,
  }))
  const { nodes, definitions } = eventSchemas('openApiOf', names, dialectOf(target), describe)
  const is31 = target === 'openapi-3.1'
  const webhooks = [...nodes].map(([name, schema]) => [name, { post: webhook(name, schema) }])
  return {
    openapi: is31 ? '3.1.0' : '3.0.3',
    info: { title, version },
    ...(is31 ? { webhooks: Object.fromEntries(webhooks) } : { paths: {} }),
    components: { schemas: Object.fromEntries(definitions) },
  }
}

const webhook = (name: string, schema: unknown): JsonSchema => ({
  operationId: name,
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: { 200: { description: 'The event was received.' } },
})
