import { describe, expect, it } from 'vitest'
import { COMPUTED } from '../../src/archive/columns.js'
import { rowFor } from '../support/filed.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

describe('the list of columns', () => {
  it('keeps names, types and positions; new columns follow', () => {
    expect(COMPUTED.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'event_time time',
      'event_id string',
      'event_source string',
      'event_name string',
      'read_only boolean',
      'outcome string',
      'error_code string',
      'error_message string',
      'actor_kind string',
      'actor_name string',
      'actor_role string',
      'actor_session string',
      'actor_arn string',
      'actor_account_id string',
      'resources resources',
      'resources_complete boolean',
      'source_ip_address string',
      'user_agent string',
      'account_id string',
      'region string',
      'match string',
      'marks string',
      'issues string',
      'file string',
      'index integer',
      'shared_event_id string',
      'request_id string',
      'event_type string',
      'event_category string',
      'access string',
      'actor_issuer_arn string',
      'actor_invoked_by string',
      'actor_source_identity string',
      'vpc_endpoint_id string',
      'recipient_account_id string',
      'database_name string',
      'table_name string',
      'request_parameters json',
      'response_elements json',
      'additional_event_data json',
      'request_state string',
      'response_state string',
      'exposed_count integer',
      'bucket string',
      'object_key string',
      'object_version string',
      'record_sha256 string',
      'raw json',
      'actor_on_behalf_of string',
      'integrity string',
    ])
  })

  it('has names that every engine takes, and each once', () => {
    const names = COMPUTED.map(({ name }) => name)
    expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,62}$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })

  it('says of each column what it means, in a sentence', () => {
    expect(COMPUTED.filter(({ meaning }) => !/^[A-Z`].*\.$/.test(meaning))).toEqual([])
  })
})

describe('cells', () => {
  it.each([
    [true, true],
    ['true', true],
    ['False', false],
    [false, false],
    ['soon', null],
    [1, null],
    [undefined, null],
  ])('read_only of %j is %j', async (readOnly, cell) => {
    expect((await rowFor({ ...glueCall, readOnly })).read_only).toBe(cell)
  })

  it('have the access level of a Glue API alone', async () => {
    expect((await rowFor({ ...glueCall, eventName: 'GetTables' })).access).toBe('Read')
    expect((await rowFor({ ...otherServiceCall, eventName: 'GetTables' })).access).toBeNull()
  })

  it('have database and table of the first resource that is or lies in one', async () => {
    const named = async (eventName: string, requestParameters: unknown) => {
      const { database_name, table_name } = await rowFor({ ...glueCall, eventName, requestParameters })
      return [database_name, table_name]
    }
    expect(await named('GetTable', { databaseName: 'sales', name: 'orders' })).toEqual(['sales', 'orders'])
    expect(await named('GetTables', { databaseName: 'sales' })).toEqual(['sales', null])
    expect(await named('GetUserDefinedFunction', { databaseName: 'sales', functionName: 'f' })).toEqual(['sales', null])
    expect(await named('StartJobRun', { jobName: 'nightly' })).toEqual([null, null])
  })

  it('say why a payload is not there', async () => {
    const states = async (record: unknown) => {
      const { request_state, response_state } = await rowFor(record)
      return [request_state, response_state]
    }
    expect(await states(glueCall)).toEqual(['PRESENT', 'PRESENT'])
    expect(await states({ ...glueCall, eventName: 'GetTable', responseElements: null })).toEqual(['PRESENT', 'NULL_BY_API'])
    expect(await states({ ...glueCall, errorCode: 'AccessDenied', requestParameters: null, responseElements: null })).toEqual([
      'DENIED',
      'DENIED',
    ])
    const requestParameters = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
    expect(await states({ ...glueCall, requestParameters })).toEqual(['OMITTED', 'PRESENT'])
    expect(await states(otherServiceCall)).toEqual(['ABSENT', 'PRESENT'])
    expect(await states(insight)).toEqual(['ABSENT', 'ABSENT'])
  })

  it('have the beginning of the window of an aggregated record', async () => {
    expect((await rowFor(aggregated)).event_time).toBe('2024-05-14T06:10:00Z')
  })

  it('count secrets', async () => {
    const requestParameters = { jobName: 'a', arguments: { '--password': 'example-only', '--token': 'example-only' } }
    expect((await rowFor({ ...glueCall, requestParameters })).exposed_count).toBe(2)
    expect((await rowFor(glueCall)).exposed_count).toBe(0)
  })
})
