import { expect, it } from 'vitest'
import { fieldsOf } from '../../../src/codec/structure.js'
import { RecordFields } from '../../../src/generated/record/record-fields.js'
import { isPayload, isTable, missingColumn, nameOfColumn, recordOfColumns } from '../../../src/source/envelope/column.js'
import type { Opening } from '../../../src/source/envelope/envelope.js'

const restored = (row: object): { readonly record: unknown; readonly remarks: ReadonlyArray<unknown> } => {
  const remarks: Array<unknown> = []
  const noted = (code: string, steps: unknown) => remarks.push([code, steps])
  const into = { remark: noted, broken: noted } as unknown as Opening
  return { record: recordOfColumns(Object.entries(row), ['row'], into, (column) => `select ${column}`), remarks }
}

it('knows the names of the record, at every depth', () => {
  const names = new Set<string>()
  const walk = (codec: unknown): void => {
    for (const { name, shape } of fieldsOf(codec as never)) {
      names.add(name)
      const inner = shape.kind === 'list' || shape.kind === 'map' ? shape.item : shape
      if (inner.kind === 'structure') walk(inner.codec)
    }
  }
  walk(RecordFields)
  const isNotOfTables = (name: string): boolean => ['ARN', 'ARNPrefix'].includes(name)
  expect(names.size).toBeGreaterThan(40)
  expect([...names].filter((name) => nameOfColumn(name.toLowerCase()) !== name && !isNotOfTables(name))).toEqual([])
  expect(nameOfColumn('SourceIpAddress')).toBe('sourceIPAddress')
  expect(nameOfColumn('partition_0')).toBe('partition_0')
  expect(isPayload('requestParameters')).toBe(true)
  expect(isPayload('userIdentity')).toBe(false)
})

it('restores booleans, payloads and structures', () => {
  expect(
    restored({
      readonly: 'true',
      managementevent: 'false',
      sessioncredentialfromconsole: 'true',
      requestparameters: '{"a":[1]}',
      responseelements: 'null',
      additionaleventdata: 'plain text',
      resources: [{ arn: 'x', accountid: 'y', type: null }],
      tlsdetails: '{"tlsversion":"TLSv1.3"}',
    }),
  ).toEqual({
    record: {
      readOnly: true,
      managementEvent: false,
      sessionCredentialFromConsole: 'true',
      requestParameters: { a: [1] },
      responseElements: null,
      additionalEventData: 'plain text',
      resources: [{ ARN: 'x', accountId: 'y' }],
      tlsDetails: { tlsVersion: 'TLSv1.3' },
    },
    remarks: [],
  })
})

it('leaves out what is null, absent or empty, but for payloads that CloudTrail writes as null', () => {
  expect(
    restored({ errorcode: '', errormessage: null, useragent: undefined, requestparameters: null, responseelements: '' }).record,
  ).toEqual({
    requestParameters: null,
    responseElements: null,
  })
})

it('keeps the keys of maps', () => {
  const useridentity = { sessioncontext: { webidfederationdata: { federatedprovider: 'p', attributes: { username: 'u', arn: 'a' } } } }
  const eventcontext = { tagcontext: { principaltags: [{ username: 'u' }] } }
  expect(restored({ eventcontext }).record).toEqual({ eventContext: { tagContext: { principalTags: [{ username: 'u' }] } } })
  expect(restored({ useridentity }).record).toEqual({
    userIdentity: { sessionContext: { webIdFederationData: { federatedProvider: 'p', attributes: { username: 'u', arn: 'a' } } } },
  })
})

it('says what cannot be restored, and keeps it', () => {
  expect(restored({ requestparameters: '{"a":' })).toEqual({
    record: { requestParameters: '{"a":' },
    remarks: [['BROKEN_JSON', ['row', 'requestparameters']]],
  })
  const dense = `[${'1,'.repeat(1_000_000)}1]`
  expect(restored({ requestparameters: dense })).toEqual({
    record: { requestParameters: dense },
    remarks: [['TOO_MANY_VALUES', ['row', 'requestparameters']]],
  })
  expect(restored({ requestparameters: { name: '{"a":1}' } })).toEqual({
    record: {},
    remarks: [['LOSSY_SOURCE', ['row', 'requestparameters']]],
  })
})

it.each([
  ['useridentity', '{type=Root}'],
  ['userIdentity', 'Root'],
  ['useridentity', '["Root"]'],
  ['useridentity', '[{"type":"Root"}]'],
  ['resources', '[{arn=a, accountid=null}]'],
  ['resources', '[["a",null]]'],
  ['tlsdetails', `{"a":[${'1,'.repeat(1_000_000)}1]}`],
])('makes no record of %s as %.30s', (column, value) => {
  expect(restored({ eventname: 'GetTags', [column]: value })).toEqual({ record: undefined, remarks: [['LOSSY_SOURCE', ['row', column]]] })
})

it.each([
  ['{"type":"Root","accountid":"1"}', { type: 'Root', accountId: '1' }],
  ['null', null],
])('restores an identity %s', (useridentity, userIdentity) => {
  expect(restored({ useridentity })).toEqual({ record: { userIdentity }, remarks: [] })
})

it.each([
  [[], 'useridentity'],
  [['eventname', 'eventsource', 'useridentity'], 'eventtime'],
])('names the column that is missing of %j', (columns, missing) => {
  expect(missingColumn(columns)).toBe(`rows of Athena without the column ${missing}: select it as well`)
})

it('knows the columns of the table', () => {
  expect(isTable(['eventname', 'eventsource'])).toBe(true)
  expect([['eventName', 'eventSource'], ['eventname'], []].filter(isTable)).toEqual([])
})

it('makes own members of whatever names', () => {
  const { record } = restored(JSON.parse('{"__proto__":{"admin":true},"eventname":"GetTags"}') as object)
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype)
  expect(Object.keys(record as object)).toEqual(['__proto__', 'eventName'])
})
