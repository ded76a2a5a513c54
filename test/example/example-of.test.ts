import { createHash } from 'node:crypto'
import {
  accessLevelOf,
  decodeRecord,
  denialOf,
  formatIssues,
  GLUE_APIS,
  type GlueEventByName,
  isFailed,
  issuesOf,
  nullResponseOf,
  outcomeOf,
  resourcesOf,
  sensitiveIn,
  UserIdentity,
  viaOf,
} from 'glue-trail'
import { exampleOf } from 'glue-trail/example'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { TaggedType } from '../../src/codec/tagged.js'
import { events, OUTCOMES, SEEDS, stringsIn } from '../support/examples.js'

const IDENTITIES = (UserIdentity instanceof TaggedType ? [...UserIdentity.table().keys()] : []) as ReadonlyArray<UserIdentity['type']>

describe('Examples of all APIs', () => {
  it('match their models', () => {
    const nonconforming = events.filter(({ event }) => decodeRecord(event)._tag !== 'Right')
    expect(nonconforming.map(({ name, event }) => [name, ...formatIssues(issuesOf(decodeRecord(event)))])).toEqual([])
    expect(events).toHaveLength(SEEDS.length * OUTCOMES.length * GLUE_APIS.length)
  })

  it('match their models with identities of all types', () => {
    expect(IDENTITIES).toHaveLength(12)
    for (const identity of IDENTITIES) {
      for (const name of GLUE_APIS) {
        const event = exampleOf(name, { seed: 3, identity })
        expect(event.userIdentity?.type).toBe(identity)
        expect(decodeRecord(event)._tag).toBe('Right')
      }
    }
  })

  it('survive JSON', () => {
    for (const { event } of events) expect(JSON.parse(JSON.stringify(event))).toEqual(event)
  })

  // What examples are is part of what a release is: a change shows here and is named in CHANGELOG.md.
  it('are the same on every platform and in every version of Node', () => {
    const hash = createHash('sha256')
    for (const { event } of events) hash.update(JSON.stringify(event))
    for (const identity of IDENTITIES) for (const name of GLUE_APIS) hash.update(JSON.stringify(exampleOf(name, { identity })))
    expect(hash.digest('hex')).toMatchInlineSnapshot(`"eee7112ed5cc2fcc480b75148ff2d62e3e06eb60829e0d505ac5cead36d980ab"`)
  })

  it('have ids of their own', () => {
    const ids = events.flatMap(({ event }) => [event.eventID, event.requestID])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('exampleOf', () => {
  it('gives the same event for the same arguments, and a new object', () => {
    const first = exampleOf('CreateTable', { seed: 8 })
    expect(exampleOf('CreateTable', { seed: 8 })).toEqual(first)
    expect(exampleOf('CreateTable', { seed: 8 })).not.toBe(first)
    expect(exampleOf('CreateTable')).toEqual(exampleOf('CreateTable', { seed: 0, identity: 'AssumedRole', outcome: 'SUCCEEDED' }))
    expect(exampleOf('CreateTable', { seed: 9 })).not.toEqual(first)
  })

  it('is typed by the name', () => {
    expectTypeOf(exampleOf('StartJobRun')).toEqualTypeOf<GlueEventByName['StartJobRun']>()
  })

  it('requests the same for every caller and outcome, except for a denied call', () => {
    for (const name of GLUE_APIS) {
      const { requestParameters } = exampleOf(name, { seed: 2 })
      expect(exampleOf(name, { seed: 2, identity: 'Root' }).requestParameters).toEqual(requestParameters)
      expect(exampleOf(name, { seed: 2, outcome: 'FAILED' }).requestParameters).toEqual(requestParameters)
      expect(exampleOf(name, { seed: 2, outcome: 'DENIED' }).requestParameters).toBeNull()
    }
  })

  it('names the catalog where another account asks', () => {
    const { requestParameters, recipientAccountId } = exampleOf('GetTables', { seed: 4, identity: 'AWSAccount' })
    expect(requestParameters?.catalogId).toBe(recipientAccountId)
    expect(exampleOf('GetJob', { identity: 'AWSAccount' }).requestParameters).toEqual(exampleOf('GetJob').requestParameters)
  })

  it('speaks of the same things in all examples of a seed', () => {
    const created = exampleOf('CreateTable', { seed: 'sales' })
    const read = exampleOf('GetTable', { seed: 'sales', identity: 'IAMUser' })
    const started = exampleOf('StartJobRun', { seed: 'sales' })
    const watched = exampleOf('GetJobRun', { seed: 'sales' })
    expect(read.requestParameters?.name).toBe(created.requestParameters?.tableInput?.name)
    expect(read.requestParameters?.databaseName).toBe(created.requestParameters?.databaseName)
    expect(read.recipientAccountId).toBe(created.recipientAccountId)
    expect(read.awsRegion).toBe(created.awsRegion)
    expect(watched.requestParameters?.runId).toBe(started.responseElements?.jobRunId)
  })

  it('has null in place of the payloads of an API without a model', () => {
    const event = exampleOf('StartNotebook' as 'StartJobRun')
    expect(event).toMatchObject({ eventName: 'StartNotebook', requestParameters: null, responseElements: null })
    expect(decodeRecord(event)._tag).toBe('Right')
  })
})

describe('An example', () => {
  it('of a call that deletes', () => {
    expect(exampleOf('DeleteCrawler', { seed: 1, identity: 'IAMUser' })).toMatchInlineSnapshot(`
      {
        "awsRegion": "us-west-2",
        "eventCategory": "Management",
        "eventID": "28277eaa-cfa0-49eb-b455-fdc94521c946",
        "eventName": "DeleteCrawler",
        "eventSource": "glue.amazonaws.com",
        "eventTime": "2025-04-15T08:09:35Z",
        "eventType": "AwsApiCall",
        "eventVersion": "1.11",
        "managementEvent": true,
        "readOnly": false,
        "recipientAccountId": "210987654321",
        "requestID": "78375103-0adb-4e0d-87b0-bdce5fe26ce0",
        "requestParameters": {
          "name": "raw-ledger",
        },
        "responseElements": null,
        "sourceIPAddress": "203.0.113.135",
        "tlsDetails": {
          "cipherSuite": "TLS_AES_128_GCM_SHA256",
          "clientProvidedHostHeader": "glue.us-west-2.amazonaws.com",
          "keyExchange": "x25519",
          "tlsVersion": "TLSv1.3",
        },
        "userAgent": "aws-cli/2.24.20 md/awscrt#0.23.8 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython cfg/retry-mode#standard",
        "userIdentity": {
          "accessKeyId": "AKIADAXB4JIOUEXAMPLE",
          "accountId": "210987654321",
          "arn": "arn:aws:iam::210987654321:user/ana.souza",
          "principalId": "AIDAVEHZ4ZU7GPEXAMPLE",
          "type": "IAMUser",
          "userName": "ana.souza",
        },
      }
    `)
  })

  it('of a denied call by a service', () => {
    expect(exampleOf('GetTable', { seed: 2, identity: 'AWSService', outcome: 'DENIED' })).toMatchInlineSnapshot(`
      {
        "awsRegion": "eu-central-1",
        "errorCode": "AccessDenied",
        "errorMessage": "User: glue.amazonaws.com is not authorized to perform: glue:GetTable on resource: arn:aws:glue:eu-central-1:444455556666:catalog because no identity-based policy allows the glue:GetTable action",
        "eventCategory": "Management",
        "eventID": "a26a89ac-88af-4f12-a0c6-cf3a19d75d87",
        "eventName": "GetTable",
        "eventSource": "glue.amazonaws.com",
        "eventTime": "2025-03-31T16:55:39Z",
        "eventType": "AwsApiCall",
        "eventVersion": "1.11",
        "managementEvent": true,
        "readOnly": true,
        "recipientAccountId": "444455556666",
        "requestID": "cb77fefe-c7be-4055-894a-b90d3e19a7d8",
        "requestParameters": null,
        "responseElements": null,
        "sourceIPAddress": "glue.amazonaws.com",
        "userAgent": "glue.amazonaws.com",
        "userIdentity": {
          "invokedBy": "glue.amazonaws.com",
          "type": "AWSService",
        },
      }
    `)
  })

  it('of a session that is opened', () => {
    const { requestParameters, responseElements } = exampleOf('CreateSession', { seed: 1 })
    expect({ requestParameters, responseElements }).toMatchInlineSnapshot(`
      {
        "requestParameters": {
          "command": {
            "name": "glueetl",
            "pythonVersion": "3",
          },
          "id": "finance-384026f9",
          "idleTimeout": 30,
          "role": "arn:aws:iam::210987654321:role/finance-etl",
          "securityConfiguration": "finance-kms",
          "tags": {
            "environment": "staging",
            "team": "finance",
          },
        },
        "responseElements": {
          "session": {
            "command": {
              "name": "glueetl",
              "pythonVersion": "3",
            },
            "createdOn": "Feb 4, 2025 6:34:14 PM",
            "executionTime": 0,
            "id": "finance-384026f9",
            "idleTimeout": 30,
            "role": "arn:aws:iam::210987654321:role/finance-etl",
            "securityConfiguration": "finance-kms",
            "status": "PROVISIONING",
          },
        },
      }
    `)
  })

  it('of a read of another account', () => {
    expect(exampleOf('GetPartitions', { seed: 4, identity: 'AWSAccount', outcome: 'FAILED' })).toMatchInlineSnapshot(`
      {
        "awsRegion": "us-west-2",
        "errorCode": "EntityNotFoundException",
        "errorMessage": "Table campaigns not found.",
        "eventCategory": "Management",
        "eventID": "c3ce5ebf-31c4-43c7-a93b-a77c12d1a2c3",
        "eventName": "GetPartitions",
        "eventSource": "glue.amazonaws.com",
        "eventTime": "2025-05-28T06:48:55Z",
        "eventType": "AwsApiCall",
        "eventVersion": "1.11",
        "managementEvent": true,
        "readOnly": true,
        "recipientAccountId": "111122223333",
        "requestID": "d2ce0d8d-8065-4757-8bdd-1cb66d880660",
        "requestParameters": {
          "catalogId": "111122223333",
          "databaseName": "marketing",
          "excludeColumnSchema": false,
          "segment": {
            "segmentNumber": 1,
            "totalSegments": 8,
          },
          "tableName": "campaigns",
        },
        "responseElements": null,
        "sharedEventID": "93ce68ef-a486-46a3-9eb4-a9d47c498d07",
        "sourceIPAddress": "198.51.100.68",
        "tlsDetails": {
          "cipherSuite": "TLS_AES_128_GCM_SHA256",
          "clientProvidedHostHeader": "glue.us-west-2.amazonaws.com",
          "keyExchange": "x25519",
          "tlsVersion": "TLSv1.3",
        },
        "userAgent": "Boto3/1.37.13 md/Botocore#1.37.13 ua/2.1 os/linux#5.10.234 md/arch#x86_64 lang/python#3.12.9 exec-env/AWS_ECS_FARGATE",
        "userIdentity": {
          "accountId": "444455556666",
          "principalId": "AROABVLQECILTEEXAMPLE:reporting",
          "type": "AWSAccount",
        },
      }
    `)
  })
})

describe('The envelope', () => {
  it('is of one account and one region', () => {
    for (const { event } of events) {
      const { account, region } = { account: event.recipientAccountId ?? '', region: event.awsRegion }
      for (const [path, content] of stringsIn(event)) {
        const arn = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d*):/.exec(content)
        if (arn === null) continue
        expect(arn[1], path).toBe(region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws')
        if (arn[3] !== '') expect(arn[3], path).toBe(region)
        if (arn[4] !== '') expect(arn[4], path).toBe(account)
      }
      expect(event.tlsDetails?.clientProvidedHostHeader ?? `glue.${region}.`).toContain(`glue.${region}.`)
    }
  })

  it('has a time in the year, after the session began', () => {
    for (const { event } of events) {
      expect(event.eventTime).toMatch(/^2025-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      const began = event.userIdentity?.sessionContext?.attributes?.creationDate
      if (began != null) expect(Date.parse(began)).toBeLessThan(Date.parse(event.eventTime))
    }
  })

  it('distinguishes reads from writes, and has no handshake of a service', () => {
    for (const { name, event } of events) {
      const level = accessLevelOf(name)
      if (level === 'Read' || level === 'List') expect(event.readOnly).toBe(true)
      if (level === 'Write' || level === 'Tagging') expect(event.readOnly).toBe(false)
      expect(event.tlsDetails === undefined).toBe(event.userAgent === event.sourceIPAddress)
    }
    expect(exampleOf('ListConnectionTypes').readOnly).toBe(true)
    expect(exampleOf('PutResourcePolicy').readOnly).toBe(false)
  })

  it('has an error exactly where the call did not succeed', () => {
    for (const { outcome, event } of events) expect(isFailed(event)).toBe(outcome !== 'SUCCEEDED')
  })

  it('shares an id with the log of another account, and shows what Lake Formation does in reads of Athena', () => {
    expect(exampleOf('GetTable', { identity: 'AWSAccount' }).sharedEventID).toMatch(/^[0-9a-f-]{36}$/)
    const reads = events.filter(({ event }) => event.userIdentity?.invokedBy === 'athena.amazonaws.com')
    expect(reads.length).toBeGreaterThan(10)
    const principals = events.flatMap(({ name, outcome, event }) => {
      const facts = event.additionalEventData
      if (facts === undefined || outcome === 'DENIED') return []
      expect(facts).toEqual({ lakeFormationPrincipal: event.userIdentity?.sessionContext?.sessionIssuer?.arn })
      return [event.userIdentity?.invokedBy === 'athena.amazonaws.com' ? 'Athena' : name.replace(/[A-Z][a-z]+/, '')]
    })
    expect(new Set(principals).size).toBeGreaterThan(3)
    for (const { outcome, event } of reads) if (outcome !== 'DENIED') expect(event.additionalEventData).toBeDefined()
  })

  it('has limits, orders and ids that the API accepts', () => {
    const most: Readonly<Record<string, number>> = {
      GetDatabases: 100,
      GetTables: 100,
      GetTableVersions: 100,
      GetUserDefinedFunctions: 100,
      ListBlueprints: 25,
      ListRegistries: 100,
      ListSchemas: 100,
      ListSchemaVersions: 100,
      ListWorkflows: 25,
      QuerySchemaVersionMetadata: 50,
    }
    const ids: Readonly<Record<string, RegExp>> = { GetJobRun: /^jr_/, GetWorkflowRun: /^wr_/, GetMLTransform: /^tfm-/ }
    for (const { name, event } of events) {
      const { maxResults, runId, transformId } = (event.requestParameters ?? {}) as Readonly<Record<string, unknown>>
      if (maxResults !== undefined) expect(maxResults, name).toBeLessThanOrEqual(most[name] ?? 1000)
      const id = runId ?? transformId
      if (ids[name] !== undefined && id !== undefined) expect(id, name).toMatch(ids[name])
      for (const [, order] of JSON.stringify(event.requestParameters ?? {}).matchAll(/"sortOrder":(\d+)/g))
        expect(['0', '1']).toContain(order)
    }
  })
})

describe('What reads records', () => {
  it('finds caller, action, resource and cause of a call that IAM denied', () => {
    const denied = events.filter(({ outcome }) => outcome === 'DENIED')
    const refused = denied.filter(({ event }) => event.errorMessage?.startsWith('Insufficient Lake Formation'))
    expect(refused.length).toBeGreaterThan(3)
    for (const { event } of denied) expect(outcomeOf(event)?.kind).toBe('DENIED')
    for (const { name, event } of denied.filter((each) => !refused.includes(each))) {
      const denial = denialOf(event)
      expect(denial).toMatchObject({ action: `glue:${name}`, principal: event.userIdentity?.arn, cause: expect.any(String), cut: false })
      expect(denial?.resource === undefined).toBe(event.errorMessage?.includes('on resource: * '))
    }
  })

  it('finds no secret', () => {
    const states = new Set(events.flatMap(({ event }) => sensitiveIn(event).map(({ state }) => state)))
    expect(states).toEqual(new Set(['ABSENT', 'MARKED']))
  })

  it('finds what programs and people call through', () => {
    const kinds = new Set(events.map(({ event }) => viaOf(event).kind))
    for (const kind of ['ATHENA', 'CLI', 'CONSOLE', 'GLUE_JOB', 'TERRAFORM']) expect(kinds).toContain(kind)
  })

  it('finds the same table whether it is created or read', () => {
    const table = (name: 'CreateTable' | 'GetTable') =>
      resourcesOf(exampleOf(name, { seed: 5 })).resources.filter(({ type }) => type === 'table')
    expect(table('CreateTable')).toHaveLength(1)
    expect(table('CreateTable')[0]?.arn).toBe(table('GetTable')[0]?.arn)
  })
})

describe('The response', () => {
  it('is null where it is known to be, for all reads but GetTags, and for calls that did not succeed', () => {
    for (const { name, outcome, event } of events) {
      const isNull = outcome !== 'SUCCEEDED' || (name !== 'GetTags' && (nullResponseOf(name) !== undefined || event.readOnly === true))
      expect(event.responseElements === null, name).toBe(isNull)
    }
  })

  it('says again what was asked', () => {
    for (const { event } of events) {
      const [request, response] = [event.requestParameters, event.responseElements] as ReadonlyArray<Record<string, unknown> | null>
      for (const [name, value] of Object.entries(response ?? {})) {
        if (request && Object.hasOwn(request, name) && typeof request[name] === typeof value) expect(value).toEqual(request[name])
      }
    }
  })
})
