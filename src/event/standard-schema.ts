/**
 * Codecs for tools that accept any validation library.
 *
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type * as t from 'io-ts'
import { requireObject } from '../codec/argument.js'
import { pathOf } from '../codec/errors.js'
import { printPath } from '../codec/path.js'

/**
 * Converts a codec to a Standard Schema, version 1, which tRPC, Hono, Powertools and others accept as a schema.
 *
 * @param codec - Any io-ts codec. Issues of this package's codecs have no values; neither does the message made here
 * for a codec without messages.
 * @returns A schema that validates like the codec's `decode`. A value whose members cannot be read is an issue.
 * @throws `TypeError` where the codec is not an object.
 *
 * @see {@link https://standardschema.dev Standard Schema}
 *
 * @example
 * import { GlueEvent, toStandardSchema } from 'glue-trail'
 *
 * const schema = toStandardSchema(GlueEvent)
 * assert.strictEqual(schema['~standard'].vendor, 'glue-trail')
 * assert.deepStrictEqual(schema['~standard'].validate({ eventName: 'Nonsense' }), {
 *   issues: [{ message: 'eventName: expected the name of a modelled Glue API, received another string', path: ['eventName'] }],
 * })
 *
 * @category codecs
 * @since 0.1.0
 */
export function toStandardSchema<A, O>(codec: t.Type<A, O>): StandardSchemaV1<unknown, A> {
  requireObject('toStandardSchema', 'an io-ts codec', codec)
  return {
    '~standard': {
      version: 1,
      vendor: 'glue-trail',
      validate: (value) => {
        try {
          const decoded = codec.decode(value)
          return decoded._tag === 'Right' ? { value: decoded.right } : { issues: decoded.left.map(issueOf) }
        } catch {
          // A getter that throws, or a revoked proxy.
          return { issues: [{ message: `expected ${codec.name}, received an unreadable object`, path: [] }] }
        }
      },
    },
  }
}

function issueOf(error: t.ValidationError): StandardSchemaV1.Issue {
  const path = pathOf(error.context)
  const expected = error.context[error.context.length - 1]?.type.name ?? 'another value'
  const message = error.message ?? `${path.length === 0 ? '' : `${printPath(path)}: `}expected ${expected}`
  return { message, path }
}
