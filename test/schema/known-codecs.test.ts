import { AccountId, CloudTrailRecord } from 'glue-trail'
import * as t from 'io-ts'
import { expect, it } from 'vitest'
import { knownSchema } from '../../src/schema/known-codecs.js'

it('knows the codecs whose condition is code, and no others', () => {
  const schemaOf = ({ name }: t.Mixed): { readonly $ref: string } => ({ $ref: name })
  expect(knownSchema(t.Int, schemaOf)).toEqual({ type: 'integer' })
  expect(knownSchema(AccountId, schemaOf)).toEqual({ type: 'string', pattern: '^[0-9]{12}$', maxLength: 12 })
  expect(knownSchema(CloudTrailRecord, schemaOf)).toMatchObject({
    anyOf: [
      { $ref: 'InsightRecord' },
      { $ref: 'AggregatedRecord' },
      { allOf: [{ anyOf: [{ $ref: 'GlueEvent' }, { $ref: 'UnmodelledGlueEvent' }, {}] }, {}] },
    ],
  })
  expect(knownSchema(t.string, schemaOf)).toBeUndefined()
})
