import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { rowFrom, rowOf, rowsOf } from '../../src/archive/row.js'
import { filed, rowFor } from '../support/filed.js'
import { glueCall, nonconformingCall } from '../support/records.js'
import { shown } from '../support/shown.js'

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex')

const call = {
  ...glueCall,
  eventID: 'e-1',
  requestID: 'r-1',
  sharedEventID: 's-1',
  readOnly: false,
  eventName: 'UpdateTable',
  eventType: 'AwsApiCall',
  eventCategory: 'Management',
  userAgent: 'athena.amazonaws.com',
  recipientAccountId: '111122223333',
  vpcEndpointId: 'vpce-1',
  requestParameters: { databaseName: 'sales', tableInput: { name: 'orders' } },
  responseElements: null,
  additionalEventData: { insufficientLakeFormationPermissions: ['sales:orders'] },
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly',
    accountId: '123456789012',
    invokedBy: 'athena.amazonaws.com',
    sessionContext: {
      sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::123456789012:role/data/etl', userName: 'etl' },
      sourceIdentity: 'mia',
    },
  },
}

describe('rowOf', () => {
  it.each(['{"jobName":"a"}', '{"jobName":"ä"}', `{"jobName":"${'x'.repeat(1000)}"}`, `{"jobName":"${'ä'.repeat(1000)}"}`])(
    'has the payload %.20s as it stands, however much of the record it is',
    async (payload) => {
      const json = `{"eventSource":"glue.amazonaws.com","eventName":"GetJob","requestParameters": ${payload} ,"eventID":"1"}`
      const log = await filed(json)
      const [plain, redacted] = [{}, { redact: true }].map((options) => [...rowsOf(log, options)][0])
      expect(plain).toMatchObject({ request_parameters: payload, raw: json })
      expect(redacted?.request_parameters).toBe(JSON.stringify(JSON.parse(redacted?.raw ?? '').requestParameters))
    },
  )

  it('has a cell for every column', async () => {
    const json = JSON.stringify(call)
    const log = await filed(json)
    const [entry] = log.entries
    const arn = 'arn:aws:glue:eu-central-1:123456789012:table/sales/orders'
    expect(entry && rowOf(entry, { ...log, object: { bucket: 'trail', key: 'AWSLogs/a b.json.gz', version: 'v1' } })).toEqual({
      event_time: '2024-05-14T06:10:00Z',
      event_id: 'e-1',
      event_source: 'glue.amazonaws.com',
      event_name: 'UpdateTable',
      read_only: false,
      outcome: 'SUCCEEDED',
      error_code: null,
      error_message: null,
      actor_kind: 'ROLE',
      actor_name: null,
      actor_role: 'etl',
      actor_session: 'nightly',
      actor_arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly',
      actor_account_id: '123456789012',
      resources: [
        { type: 'table', name: 'orders', within: 'sales', arn, account_id: '123456789012', region: 'eu-central-1', outcome: 'SUCCEEDED' },
      ],
      resources_complete: true,
      source_ip_address: '192.0.2.7',
      user_agent: 'athena.amazonaws.com',
      account_id: '111122223333',
      region: 'eu-central-1',
      match: 'yes',
      marks: null,
      issues: null,
      file: 'a.json',
      index: 0,
      shared_event_id: 's-1',
      request_id: 'r-1',
      event_type: 'AwsApiCall',
      event_category: 'Management',
      access: 'Write',
      actor_issuer_arn: 'arn:aws:iam::123456789012:role/data/etl',
      actor_invoked_by: 'athena.amazonaws.com',
      actor_source_identity: 'mia',
      vpc_endpoint_id: 'vpce-1',
      recipient_account_id: '111122223333',
      database_name: 'sales',
      table_name: 'orders',
      request_parameters: '{"databaseName":"sales","tableInput":{"name":"orders"}}',
      response_elements: null,
      additional_event_data: '{"insufficientLakeFormationPermissions":["sales:orders"]}',
      request_state: 'PRESENT',
      response_state: 'NULL_BY_API',
      exposed_count: 0,
      bucket: 'trail',
      object_key: 'AWSLogs/a b.json.gz',
      object_version: 'v1',
      record_sha256: sha256(json),
      raw: json,
      actor_on_behalf_of: null,
      integrity: null,
    })
  })

  it('names the object when the path is missing', async () => {
    const { bytes, entries } = await filed(JSON.stringify(call))
    const [entry] = entries
    expect(entry && rowOf(entry, { bytes: bytes, object: { bucket: 'trail', key: 'k' } })?.file).toBe('s3://trail/k')
    expect(entry && rowOf(entry, { bytes: bytes })?.file).toBeNull()
  })

  it('reports where a record does not conform', async () => {
    const { marks, issues } = await rowFor(nonconformingCall)
    expect([marks, issues]).toEqual(['nonconforming', 'requestParameters.tableInput.name: expected a string, received a number'])
  })

  it('has the very bytes, long integers and duplicate members included', async () => {
    const content = '{"eventSource":"glue.amazonaws.com", "eventName":"GetTags","requestParameters": {"n":12345678901234567890, "n":1.50}}'
    const log = await filed(content)
    const [row] = rowsOf(log)
    expect([row?.raw, row?.request_parameters, row?.record_sha256]).toEqual([
      content,
      '{"n":12345678901234567890, "n":1.50}',
      sha256(content),
    ])
  })
})

describe('redaction', () => {
  const secret = 'example-not-for-print'
  const record = {
    ...call,
    eventName: 'StartJobRun',
    requestParameters: { jobName: 'a', arguments: { '--password': secret } },
    responseElements: { unknownMember: secret },
    additionalEventData: { note: `password=${secret}` },
    errorCode: 'X',
    errorMessage: `no such thing: ${secret}`,
    userAgent: `curl --password=${secret}`,
  }

  it('is of every column', async () => {
    const whole = await rowFor(record)
    const redacted = await rowFor(record, { redact: true })
    const showing = (row: object) => Object.entries(row).flatMap(([name, cell]) => (JSON.stringify(cell).includes(secret) ? [name] : []))
    expect(showing(whole)).toEqual([
      'error_message',
      'user_agent',
      'request_parameters',
      'response_elements',
      'additional_event_data',
      'raw',
    ])
    expect(showing(redacted)).toEqual([])
    expect(Object.keys(redacted)).toEqual(COLUMNS.map(({ name }) => name))
    expect(redacted.actor_role).toBe('etl')
  })

  it('has the hash of what is shown: that of the whole record would let a guess be proved', async () => {
    const { raw, record_sha256 } = await rowFor(record, { redact: true })
    expect(record_sha256).toBe(sha256(raw ?? ''))
    expect(record_sha256).not.toBe(sha256(JSON.stringify(record)))
  })
})

describe('rowsOf', () => {
  it('has a row for each record only', async () => {
    const log = await filed(JSON.stringify(glueCall), '{}', '{"eventSource":"kms.amazonaws.com","eventName":"Decrypt"}')
    expect([...rowsOf(log)].map(({ event_name, index }) => [event_name, index])).toEqual([
      ['StartJobRun', 0],
      ['Decrypt', 2],
    ])
  })
})

it('is of a record that a command shows as well', () => {
  expect(rowFrom(shown(glueCall, { match: 'UNKNOWN', index: 4 }))).toMatchObject({ match: 'unknown', index: 4, file: 'a.json' })
})
