/**
 * Codecs for tools that take a validation library and its JSON Schema.
 *
 * @module
 */
import type { StandardJSONSchemaV1 } from '@standard-schema/spec'
import type * as t from 'io-ts'
import { requireObject } from '../codec/argument.js'
import { toStandardSchema } from '../event/standard-schema.js'
import { TARGETS } from './dialect.js'
import { jsonSchemaOf } from './json-schema.js'
import { formatSchemaIssues } from './schema-issue.js'

/**
 * Returns a codec as a Standard Schema, version 1, that also gives its JSON Schema.
 *
 * @param codec - Any io-ts codec.
 * @returns A schema that validates like the codec's `decode`. As the specification asks, its `jsonSchema.input` and
 * `jsonSchema.output` throw for a target that is not supported and for a codec without a schema; `libraryOptions` takes
 * the options of `jsonSchemaOf`.
 *
 * @throws `TypeError` if `codec` is not a codec.
 * @see {@link https://standardschema.dev/json-schema Standard JSON Schema}
 *
 * @example
 * import { DeleteCrawlerRequestParameters } from 'glue-trail'
 * import { toStandardJsonSchema } from 'glue-trail/schema'
 *
 * const schema = toStandardJsonSchema(DeleteCrawlerRequestParameters)
 * assert.deepStrictEqual(schema['~standard'].validate({ name: 'raw' }), { value: { name: 'raw' } })
 * assert.deepStrictEqual(schema['~standard'].jsonSchema.input({ target: 'draft-07' }), {
 *   $schema: 'http://json-schema.org/draft-07/schema#',
 *   title: 'DeleteCrawlerRequestParameters',
 *   type: 'object',
 *   properties: { name: { type: ['string', 'null'] } },
 * })
 *
 * @category schemas
 * @since 0.1.0
 */
export function toStandardJsonSchema<A, O>(
  codec: t.Type<A, O>,
): ReturnType<typeof toStandardSchema<A, O>> & StandardJSONSchemaV1<unknown, A> {
  requireObject('toStandardJsonSchema', 'an io-ts codec', codec)
  const convert = (options: StandardJSONSchemaV1.Options): Record<string, unknown> => {
    const target = TARGETS.find((known) => known === options.target)
    if (target === undefined) throw new TypeError(`unsupported target; supported: ${TARGETS.join(', ')}`)
    const schema = jsonSchemaOf(codec, { ...options.libraryOptions, target })
    if (schema._tag === 'Left') throw new TypeError(formatSchemaIssues(schema.left))
    return schema.right
  }
  return { '~standard': { ...toStandardSchema(codec)['~standard'], jsonSchema: { input: convert, output: convert } } }
}
