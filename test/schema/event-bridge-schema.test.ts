import { GLUE_APIS } from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { eventBridgeSchemaOf, type JsonSchema } from 'glue-trail/schema'
import { describe, expect, it } from 'vitest'
import { validatorOf } from '../support/json-schema.js'
import { corpusGlueRecords, describeShared, sharedJson } from '../support/shared.js'

const validatorFor = (name: Parameters<typeof eventBridgeSchemaOf>[0]): ((value: unknown) => boolean) =>
  validatorOf('openapi-3.0', JSON.parse(eventBridgeSchemaOf(name).content) as JsonSchema)('AWSEvent')

const eventWith = (detail: unknown): object => ({
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.glue',
  account: '123456789012',
  region: 'us-east-1',
  version: '0',
  time: '2024-05-01T12:00:00Z',
  resources: [],
  detail,
})

describe('a schema for EventBridge', () => {
  it('has at most the characters and the name that the registry takes, for every API', () => {
    const schemas = GLUE_APIS.map(eventBridgeSchemaOf)
    expect(schemas.filter(({ content }) => content.length > 100_000)).toEqual([])
    expect(schemas.filter(({ name }) => !/^[.\-_A-Za-z0-9@]{1,385}$/.test(name))).toEqual([])
    expect(new Set(schemas.map(({ name }) => name)).size).toBe(GLUE_APIS.length)
  })

  it('accepts the event with a record of the API in it', () => {
    const validate = validatorFor('StartJobRun')
    const record = JSON.parse(JSON.stringify(exampleOf('StartJobRun'))) as object
    expect(validate(eventWith(record))).toBe(true)
    expect(validate(eventWith({ ...record, eventName: 'StopCrawler' }))).toBe(false)
    expect(validate({ ...eventWith(record), source: 'aws.s3' })).toBe(false)
  })

  it('accepts calls of all APIs where any is asked for', () => {
    const validate = validatorFor('any')
    expect(eventBridgeSchemaOf('any').name).toBe('aws.glue@AnyCall')
    expect(validate(eventWith(JSON.parse(JSON.stringify(exampleOf('UpdateTable')))))).toBe(true)
    expect(validate(eventWith({ eventSource: 's3.amazonaws.com' }))).toBe(false)
  })

  it('throws for a name that no modelled API has', () => {
    expect(() => eventBridgeSchemaOf('NoSuchApi' as 'UpdateTable')).toThrow(
      new TypeError('eventBridgeSchemaOf: expected the name of a modelled Glue API, received "NoSuchApi"'),
    )
  })
})

/** Members that AWS's schema requires and a record lacks: there, a name without a question mark is required. */
function missing(schema: unknown, value: unknown, path: string): ReadonlyArray<string> {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return []
  const has = typeof value === 'object' && value !== null
  return Object.entries(schema).flatMap(([name, inner]) => {
    const plain = name.replace('?', '')
    const member: unknown = has ? (value as Readonly<Record<string, unknown>>)[plain] : undefined
    if (member === undefined || member === null) return name === plain ? [`${path}${plain}`] : []
    return missing(inner, member, `${path}${plain}.`)
  })
}

describeShared("AWS's own schema of Glue events", () => {
  const registry = sharedJson('corpus/files/eventbridge-schema-registry-cloudtrail.json') as Readonly<
    Record<string, { readonly detail: unknown }>
  >
  const schema = registry['aws.glue@AWSAPICallViaCloudTrail']?.detail

  it('refuses every record of the corpus that ours accepts, for members that records lack', () => {
    const validate = validatorFor('any')
    const records = corpusGlueRecords().filter(({ record }) => validate(eventWith(record)))
    const failures = records.map(({ record }) => missing(schema, record, ''))
    expect(failures.filter((paths) => paths.length === 0)).toEqual([])
    expect([...new Set(failures.flat())].sort()).toMatchInlineSnapshot(`
      [
        "requestParameters",
        "requestParameters.allocatedCapacity",
        "requestParameters.jobName",
        "responseElements",
        "responseElements.jobRunId",
        "userIdentity.invokedBy",
        "userIdentity.sessionContext",
        "userIdentity.sessionContext.sessionIssuer.accountId",
        "userIdentity.sessionContext.sessionIssuer.arn",
        "userIdentity.sessionContext.sessionIssuer.principalId",
        "userIdentity.sessionContext.sessionIssuer.type",
        "userIdentity.sessionContext.sessionIssuer.userName",
      ]
    `)
  })
})
