import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../../src/archive/columns.js'
import { csv } from '../../../src/cli/form/csv.js'
import { glueCall, insight, nonconformingCall } from '../../support/records.js'
import { shown } from '../../support/shown.js'

/** The columns that CSV had first, and has first for good. */
const FIRST =
  'event_time,event_id,event_source,event_name,read_only,outcome,error_code,error_message,actor_kind,actor_name,actor_role,actor_session,' +
  'actor_arn,actor_account_id,resources,resources_complete,source_ip_address,user_agent,account_id,region,match,marks,issues,file,index'

it('has the columns of every archive, whatever there is', () => {
  expect(csv().begin()).toBe(`${COLUMNS.map(({ name }) => name).join()}\r\n`)
  expect(csv().begin().startsWith(`${FIRST},`)).toBe(true)
  expect(csv().end()).toBe('')
})

it('is one line of a record', () => {
  const record = {
    ...glueCall,
    eventID: 'e-1',
    readOnly: false,
    userAgent: 'a, "b"',
    errorCode: 'AccessDenied',
    errorMessage: '=1',
    recipientAccountId: '111122223333',
  }
  const line = csv().record(shown(record, { match: 'UNKNOWN', file: 'a.json', index: 4, object: { bucket: 'b', key: 'k' } }))
  expect(
    line.startsWith(
      '2024-05-14T06:10:00Z,e-1,glue.amazonaws.com,StartJobRun,false,DENIED,AccessDenied,' +
        "'=1,USER,johndoe,,,arn:aws:iam::123456789012:user/johndoe,123456789012," +
        'arn:aws:glue:eu-central-1:123456789012:job/nightly,true,192.0.2.7,"a, ""b""",111122223333,eu-central-1,unknown,,,a.json,4,' +
        ',,,,Write,,,,,111122223333,,,' +
        '"{""jobName"":""nightly"",""arguments"":{""--day"":""2024-05-14""},""maxCapacity"":2}","{""jobRunId"":""jr_1""}",,PRESENT,PRESENT,0,b,k,,',
    ),
  ).toBe(true)
  expect(line.endsWith(`,"${JSON.stringify(record).replaceAll('"', '""')}",,\r\n`)).toBe(true)
})

it('says where a record does not match the model', () => {
  const issues = [
    { code: 'WRONG_TYPE', path: ['a'], expected: 'a string', received: 'a number' },
    { code: 'WRONG_TYPE', path: ['b'], expected: 'a list', received: 'a number' },
  ] as const
  expect(csv().record(shown(nonconformingCall, { issues }))).toContain(
    ',yes,nonconforming,"a: expected a string, received a number; b: expected a list, received a number",a.json,0,',
  )
})

it('has empty cells for what a record does not have', () => {
  expect(csv().record(shown(insight))).toMatch(
    /^2024-05-14T06:10:00Z,,,,,,,,UNKNOWN,,,,,,,false,,,,eu-central-1,yes,,,a\.json,0,,,AwsCloudTrailInsight,Insight,,,,,,,,,,,,ABSENT,ABSENT,0,,,,[0-9a-f]{64},"\{/,
  )
})

describe('JSON in a cell', () => {
  it('is on one line and has no control character', () => {
    const record = { ...glueCall, requestParameters: { jobName: 'a\u202eb' } }
    const bytes = Buffer.from(JSON.stringify(record, undefined, 2))
    const line = csv().record(shown(record, { bytes }))
    expect(line).toContain('"{""jobName"":""a\\u202eb""}"')
    expect(line.slice(0, -2)).not.toMatch(/[\r\n]/)
  })
})

it('names resources by their ARNs, and by their names if the ARN is missing', () => {
  const record = { ...glueCall, awsRegion: undefined, eventName: 'GetTable', requestParameters: { databaseName: 'sales', name: 'orders' } }
  expect(csv().record(shown(record))).toContain(',sales.orders,true,')
})

it('names the outcome of a resource where it is not that of the call', () => {
  const record = {
    ...glueCall,
    awsRegion: undefined,
    eventName: 'BatchDeleteTable',
    requestParameters: { databaseName: 'sales', tablesToDelete: ['orders', 'refunds'] },
  }
  const form = csv(['outcome', 'resources'])
  const errors = [{ tableName: 'refunds', errorDetail: { errorCode: 'EntityNotFoundException' } }]
  expect(form.record(shown({ ...record, responseElements: { errors } }))).toBe('PARTIAL,sales.orders SUCCEEDED; sales.refunds FAILED\r\n')
  expect(form.record(shown({ ...record, responseElements: null }))).toBe('SUCCEEDED,sales.orders UNKNOWN; sales.refunds UNKNOWN\r\n')
})

it('has the columns that are named', () => {
  const form = csv(['time', 'actor', 'api', 'resource', 'via', 'address', 'region'])
  expect(form.begin()).toBe('time,actor,api,resource,via,address,region\r\n')
  expect(form.record(shown(glueCall))).toBe('2024-05-14T06:10:00Z,johndoe,StartJobRun,nightly,unknown,192.0.2.7,eu-central-1\r\n')
})

it('keeps JSON the same value where it would begin a formula', () => {
  const record = { ...glueCall, requestParameters: { jobName: 'x; =1' } }
  const line = csv(['request_parameters']).record(shown(record))
  expect(line).toBe('"{""jobName"":""x; \\u003d1""}"\r\n')
})
