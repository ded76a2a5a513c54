/** OpenAPI documents of all APIs, by two validators of others. */
import { validate as readme } from '@readme/openapi-parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describeShape } from 'glue-trail/describe'
import { eventBridgeSchemaOf, openApiOf } from 'glue-trail/schema'
import { describe, expect, it } from 'vitest'

const problems = async (document: object): Promise<unknown> => {
  const copy = (): object => JSON.parse(JSON.stringify(document)) as object
  const [first, second] = [
    await new Validator().validate(copy() as Parameters<Validator['validate']>[0]),
    await readme(copy() as Parameters<typeof readme>[0]),
  ]
  return [first.valid ? [] : first.errors, second.valid ? [] : second.errors]
}

describe.each(['openapi-3.1', 'openapi-3.0'] as const)('In %s', (target) => {
  it.each([true, false])('the document of all APIs is valid, with descriptions: %s', { timeout: 300_000 }, async (described) => {
    const document = openApiOf('all', { title: 'Glue', version: '1.0.0', target, ...(described && { describe: describeShape }) })
    expect(await problems(document)).toEqual([[], []])
  })
})

it('the document for EventBridge is valid', { timeout: 300_000 }, async () => {
  expect(await problems(JSON.parse(eventBridgeSchemaOf('UpdateTable').content) as object)).toEqual([[], []])
})
