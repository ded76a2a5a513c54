/**
 * Schemas for the registry of Amazon EventBridge.
 *
 * @module
 */

import { wrongName } from '../codec/argument.js'
import { glueEventNamed } from '../event/glue-event.js'
import { anyGlueCall } from '../event/other-records.js'
import type { GlueEventName } from '../generated/registry.js'
import { SchemaWalk } from './codec-schema.js'
import { dialectOf, type JsonSchema } from './dialect.js'

/**
 * A schema as EventBridge's `CreateSchema` takes it.
 *
 * @category models
 * @since 0.1.0
 */
export interface EventBridgeSchema {
  /** The schema's name, such as `aws.glue@UpdateTable`. */
  readonly name: string
  /** What the registry calls OpenAPI 3.0. */
  readonly type: 'OpenApi3'
  /** The document as JSON, at most 100,000 characters, which is the registry's limit. */
  readonly content: string
}

const DETAIL_TYPE = 'AWS API Call via CloudTrail'

const STRINGS = ['id', 'detail-type', 'source', 'account', 'region', 'version']

/**
 * Returns the schema of the event that EventBridge delivers for calls of an API, for the schema registry: the envelope
 * with the record in `detail`.
 *
 * AWS's own schema `aws.glue@AWSAPICallViaCloudTrail` describes `StartJobRun` alone, with members required that most
 * records lack.
 *
 * @param name - An API's name, or `'any'` for calls of all of them, with payloads of any form.
 * @throws `TypeError` if a name is not that of a modelled API.
 *
 * @see
 * {@link https://docs.aws.amazon.com/eventbridge/latest/schema-reference/v1-registries-name-registryname-schemas-name-schemaname.html CreateSchema}
 *
 * @example
 * import { eventBridgeSchemaOf } from 'glue-trail/schema'
 *
 * const { name, type, content } = eventBridgeSchemaOf('UpdateTable')
 * assert.strictEqual(name, 'aws.glue@UpdateTable')
 * assert.strictEqual(type, 'OpenApi3')
 * assert.strictEqual(JSON.parse(content).openapi, '3.0.0')
 *
 * @category schemas
 * @since 0.1.0
 */
export function eventBridgeSchemaOf(name: GlueEventName | 'any'): EventBridgeSchema {
  const codec = name === 'any' ? anyGlueCall : glueEventNamed(name)
  if (codec === undefined) throw wrongName('eventBridgeSchemaOf', 'the name of a modelled Glue API', name)
  const walk = new SchemaWalk(dialectOf('openapi-3.0'), { inline: false, describe: undefined, schemas: new Map() })
  const detail = walk.schemaOf(codec)
  const event: JsonSchema = {
    type: 'object',
    required: [...STRINGS, 'time', 'resources', 'detail'],
    'x-amazon-events-detail-type': DETAIL_TYPE,
    'x-amazon-events-source': 'aws.glue',
    properties: {
      ...Object.fromEntries(STRINGS.map((member) => [member, { type: 'string' }])),
      source: { type: 'string', enum: ['aws.glue'] },
      'detail-type': { type: 'string', enum: [DETAIL_TYPE] },
      time: { type: 'string', format: 'date-time' },
      resources: { type: 'array', items: { type: 'string' } },
      detail,
    },
  }
  const content = {
    openapi: '3.0.0',
    info: { title: codec.name, version: '1.0.0' },
    paths: {},
    components: { schemas: { AWSEvent: event, ...Object.fromEntries(walk.definitions) } },
  }
  return { name: `aws.glue@${name === 'any' ? 'AnyCall' : name}`, type: 'OpenApi3', content: JSON.stringify(content) }
}
