import { DeleteCrawlerRequestParameters, toStandardSchema } from 'glue-trail'
import { toStandardJsonSchema } from 'glue-trail/schema'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

const { jsonSchema, ...standard } = toStandardJsonSchema(DeleteCrawlerRequestParameters)['~standard']

describe('a Standard JSON Schema', () => {
  it('validates as the Standard Schema of the codec does', () => {
    const values = [{ name: 'raw' }, { name: 5 }, null]
    const validate = toStandardSchema(DeleteCrawlerRequestParameters)['~standard'].validate
    expect(values.map((value) => standard.validate(value))).toEqual(values.map((value) => validate(value)))
    expect([standard.version, standard.vendor]).toEqual([1, 'glue-trail'])
  })

  it('has the same schema for input and output, in every target', () => {
    expect(jsonSchema.input({ target: 'draft-2020-12' })).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'DeleteCrawlerRequestParameters',
      type: 'object',
      properties: { name: { type: ['string', 'null'] } },
    })
    expect(jsonSchema.output({ target: 'draft-07' })).toEqual(jsonSchema.input({ target: 'draft-07' }))
    expect(jsonSchema.input({ target: 'openapi-3.0' })).toHaveProperty('components')
  })

  it('throws for a target and for a codec that it cannot write, as the specification asks', () => {
    expect(() => jsonSchema.input({ target: 'draft-04' })).toThrow(
      new TypeError('unsupported target; supported: draft-2020-12, draft-07, openapi-3.1, openapi-3.0'),
    )
    expect(() => toStandardJsonSchema(t.bigint)['~standard'].jsonSchema.input({ target: 'draft-07' })).toThrow(
      new TypeError('no schema is known for the codec bigint'),
    )
  })

  it('takes the options of jsonSchemaOf', () => {
    expect(jsonSchema.input({ target: 'draft-07', libraryOptions: { id: 'https://example.com/a' } })).toHaveProperty('$id')
  })
})
