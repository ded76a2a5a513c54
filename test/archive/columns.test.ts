import { describe, expect, it } from 'vitest'
import { COMPUTED } from '../../src/archive/columns.js'
import { rowFor } from '../support/filed.js'
import { aggregated, glueCall, insight, otherServiceCall } from '../support/records.js'

describe('the list of columns', () => {
  it('keeps names, types and positions; new columns follow', () => {
    expect(COMPUTED.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'event_time time',
      'event_id text',
      'event_source text',
      'event_name text',
      'read_only boolean',
      'outcome text',
      'error_code text',
      'error_message text',
      'actor_kind text',
      'actor_name text',
      'actor_role text',
      'actor_session text',
      'actor_arn text',
      'actor_account_id text',
      'resources resources',
      'resources_complete boolean',
      'source_ip_address text',
      'user_agent text',
      'account_id text',
      'region text',
      'match text',
      'marks text',
      'issues text',
      'file text',
      'index integer',
      'shared_event_id text',
      'request_id text',
      'event_type text',
      'event_category text',
      'access text',
      'actor_issuer_arn text',
      'actor_invoked_by text',
      'actor_source_identity text',
      'vpc_endpoint_id text',
      'recipient_account_id text',
      'database_name text',
      'table_name text',
      'request_parameters json',
      'response_elements json',
      'additional_event_data json',
      'request_state text',
      'response_state text',
      'exposed_count integer',
      'bucket text',
      'object_key text',
      'object_version text',
      'record_sha256 text',
      'raw json',
      'actor_on_behalf_of text',
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
