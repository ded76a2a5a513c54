import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/cli/schema.js'
import { describeShape } from '../../src/describe/index.js'
import { GLUE_APIS } from '../../src/index.js'
import { eventBridgeSchemaOf, jsonSchemaOf, jsonSchemasOf, openApiOf } from '../../src/schema/index.js'
import { streamsWith } from '../support/streams.js'

async function printed(names: ReadonlyArray<string>, options = {}): Promise<string> {
  const streams = streamsWith({ columns: 60 })
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  expect(await schema(names, options, command, streams)).toBe(0)
  return streams.out()
}

const json = (document: unknown): string => `${JSON.stringify(document, undefined, 2)}\n`
const rightOf = (either: ReturnType<typeof jsonSchemaOf>): unknown => (either._tag === 'Right' ? either.right : undefined)

describe('schema', () => {
  it('prints the schema of an API, described, in the target asked for', async () => {
    expect(await printed(['UpdateTable'])).toBe(json(rightOf(jsonSchemaOf('UpdateTable', { describe: describeShape }))))
    expect(await printed(['updatetable'], { target: 'draft-07' })).toBe(
      json(rightOf(jsonSchemaOf('UpdateTable', { describe: describeShape, target: 'draft-07' }))),
    )
    expect(JSON.parse(await printed(['record']))).toHaveProperty('title', 'CloudTrailRecord')
  })

  it('prints several APIs in one document', async () => {
    expect(await printed(['StartCrawler', 'StopCrawler'])).toBe(
      json(jsonSchemasOf(['StartCrawler', 'StopCrawler'], { describe: describeShape })),
    )
    expect(Object.keys(JSON.parse(await printed([], { all: true })))).toEqual(['$schema', 'anyOf', '$defs'])
  })

  it('prints OpenAPI', async () => {
    const document = openApiOf(['StartCrawler'], { title: 'AWS Glue events in CloudTrail', version: '0.0.0-test', describe: describeShape })
    expect(await printed(['StartCrawler'], { openapi: true })).toBe(json(document))
    expect(JSON.parse(await printed(['StartCrawler'], { openapi: true, target: 'openapi-3.0' }))).toHaveProperty('openapi', '3.0.3')
  })

  it('prints what the registry of EventBridge takes: one as it is, several with their names', async () => {
    expect(await printed(['UpdateTable'], { eventbridge: true })).toBe(`${eventBridgeSchemaOf('UpdateTable').content}\n`)
    expect(await printed(['any'], { eventbridge: true })).toBe(`${eventBridgeSchemaOf('any').content}\n`)
    const lines = (await printed([], { all: true, eventbridge: true })).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { readonly name: string }).name)).toEqual(GLUE_APIS.map((name) => `aws.glue@${name}`))
  })

  it.each([
    [[], {}, 'error: name an API or record, or use --all'],
    [['UpdateTable'], { all: true }, 'error: --all is every API: name no API beside it'],
    [['UpdateTabel'], {}, 'error: no API with a schema: UpdateTabel\n(Did you mean UpdateTable?)'],
    [['StartNotebook'], {}, 'error: no API with a schema: StartNotebook'],
    [['record'], { openapi: true }, 'error: no API with a schema: record'],
    [['record', 'UpdateTable'], {}, 'error: record has a schema of its own: name no API beside it'],
    [
      ['UpdateTable'],
      { eventbridge: true, target: 'draft-07' },
      "error: '--eventbridge' has no '--target': the registry takes OpenAPI 3.0",
    ],
    [['UpdateTable'], { openapi: true, target: 'draft-07' }, "error: '--openapi' is for the targets openapi-3.1 and openapi-3.0"],
  ])('%j with %j is wrong usage', async (names, options, message) => {
    await expect(printed(names, options)).rejects.toMatchObject({ message })
  })
})
