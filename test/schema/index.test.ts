import * as schema from 'glue-trail/schema'
import { expect, it } from 'vitest'

it('exports the functions of the subpath', () => {
  expect(Object.keys(schema).sort()).toEqual([
    'eventBridgeSchemaOf',
    'formatSchemaIssues',
    'jsonSchemaOf',
    'jsonSchemasOf',
    'openApiOf',
    'toStandardJsonSchema',
  ])
})
