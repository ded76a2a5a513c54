import { expect, it } from 'vitest'
import { athenaRows, isRow } from '../../../src/source/envelope/athena-rows.js'
import { openedAs } from '../../support/envelope.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../../support/shared.js'

it('is known by lower-case names of the record', () => {
  expect(isRow({ eventname: 'GetTags' })).toBe(true)
  expect(isRow({ eventName: 'GetTags' })).toBe(false)
  expect(athenaRows.is([{ eventname: 'GetTags' }])).toBe(true)
  expect(athenaRows.is({ ResultSet: { Rows: [] } })).toBe(true)
  expect(athenaRows.is([{ name: 'x' }])).toBe(false)
})

it('reports which items are not rows', () => {
  expect(openedAs(athenaRows, [{ eventname: 'a' }, 5])).toEqual([
    ['message'],
    ['records', []],
    ['records', [{ eventName: 'a' }]],
    ['broken', 'UNKNOWN_ENVELOPE', [1], 'a row', 'something else'],
  ])
})

const cells = (...values: ReadonlyArray<string | undefined>): unknown => ({
  Data: values.map((value) => (value === undefined ? {} : { VarCharValue: value })),
})

const ResultSetMetadata = { ColumnInfo: [{ Name: 'eventname' }, { Name: 'requestparameters' }] }

it.each([
  [
    'the first page, with names',
    { Rows: [cells('eventname', 'requestparameters'), cells('a', '{}'), cells('b', undefined)], ResultSetMetadata },
  ],
  ['the first page, its names alone', { Rows: [cells('eventname', 'requestparameters'), cells('a', '{}'), cells('b', undefined)] }],
  ['a later page', { Rows: [cells('a', '{}'), cells('b', undefined)], ResultSetMetadata }],
])('reads what GetQueryResults answers: %s', (_, ResultSet) => {
  expect(openedAs(athenaRows, { ResultSet })).toEqual([
    ['message'],
    ['records', []],
    ['records', [{ eventName: 'a', requestParameters: {} }]],
    ['records', [{ eventName: 'b', requestParameters: null }]],
  ])
})

it('reads the other columns where the name of one is not a string', () => {
  const columns = [{ Name: { toString: 1 } }, { Name: 'eventname' }]
  expect(openedAs(athenaRows, { ResultSet: { Rows: [cells('a', 'b')], ResultSetMetadata: { ColumnInfo: columns } } }).at(-1)).toEqual([
    'records',
    [{ 0: 'a', eventName: 'b' }],
  ])
})

/**
 * The columns of AWS's table, and what its SerDe makes of a record: lower-case names, null for what is absent, JSON for
 * payloads.
 */
const PLAIN = [
  'eventVersion',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'userAgent',
  'errorCode',
  'errorMessage',
  'requestID',
  'eventID',
  'eventType',
  'apiVersion',
  'recipientAccountId',
  'sharedEventID',
  'vpcEndpointId',
  'vpcEndpointAccountId',
  'eventCategory',
]
const PAYLOADS = ['requestParameters', 'responseElements', 'additionalEventData', 'serviceEventDetails']
const IDENTITY = ['type', 'principalId', 'arn', 'accountId', 'invokedBy', 'accessKeyId', 'userName']
const ISSUER = ['type', 'principalId', 'arn', 'accountId', 'userName']
const TLS = ['tlsVersion', 'cipherSuite', 'clientProvidedHostHeader']

type Members = Readonly<Record<string, unknown>>

const lower = (members: Members | undefined, names: ReadonlyArray<string>): Members | null =>
  members == null ? null : Object.fromEntries(names.map((name) => [name.toLowerCase(), members[name] ?? null]))

function athenaRow(record: Members): Members {
  const identity = record.userIdentity as Members | undefined
  const session = identity?.sessionContext as Members | undefined
  return {
    ...lower(record, PLAIN),
    useridentity:
      identity == null
        ? null
        : {
            ...lower(identity, IDENTITY),
            sessioncontext:
              session == null
                ? null
                : {
                    attributes: lower(session.attributes as Members | undefined, ['mfaAuthenticated', 'creationDate']),
                    sessionissuer: lower(session.sessionIssuer as Members | undefined, ISSUER),
                    ec2roledelivery: session.ec2RoleDelivery ?? null,
                  },
          },
    ...Object.fromEntries(PAYLOADS.map((name) => [name.toLowerCase(), record[name] == null ? null : JSON.stringify(record[name])])),
    readonly: record.readOnly == null ? null : String(record.readOnly),
    resources: (record.resources as ReadonlyArray<Members> | undefined)?.map((one) => ({
      arn: one.ARN ?? null,
      accountid: one.accountId ?? null,
      type: one.type ?? null,
    })),
    tlsdetails: lower(record.tlsDetails as Members | undefined, TLS),
  }
}

const picked = (members: Members, names: ReadonlyArray<string>): Members =>
  Object.fromEntries(names.flatMap((name) => (members[name] == null ? [] : [[name, members[name]]])))

/** Of a record, what the table has columns for. */
function kept(record: Members): Members {
  const { resources, tlsDetails, readOnly } = record
  const identity = record.userIdentity as Members | undefined
  const session = identity?.sessionContext as Members | undefined
  const issuer = session?.sessionIssuer as Members | undefined
  const attributes = session?.attributes as Members | undefined
  return {
    ...picked(record, [...PLAIN, ...PAYLOADS]),
    ...(record.requestParameters == null ? { requestParameters: null } : {}),
    ...(record.responseElements == null ? { responseElements: null } : {}),
    ...(readOnly == null ? {} : { readOnly }),
    ...(identity == null
      ? {}
      : {
          userIdentity: {
            ...picked(identity, IDENTITY),
            ...(session == null
              ? {}
              : {
                  sessionContext: {
                    ...(attributes == null ? {} : { attributes: picked(attributes, ['mfaAuthenticated', 'creationDate']) }),
                    ...(issuer == null ? {} : { sessionIssuer: picked(issuer, ISSUER) }),
                    ...picked(session, ['ec2RoleDelivery']),
                  },
                }),
          },
        }),
    ...(resources == null
      ? {}
      : { resources: (resources as ReadonlyArray<Members>).map((one) => picked(one, ['ARN', 'accountId', 'type'])) }),
    ...(tlsDetails == null ? {} : { tlsDetails: picked(tlsDetails as Members, TLS) }),
  }
}

describeShared('records of others, by way of the table', () => {
  it('come back as far as it has columns', () => {
    const records = [...corpusGlueRecords(), ...corpusRecords()]
      .map(({ record }) => JSON.parse(JSON.stringify(record)) as Members)
      .filter(
        ({ eventSource, eventTime, ...others }) =>
          typeof eventSource === 'string' && typeof eventTime === 'string' && hasPlainPayloads(others),
      )
    expect(records.length).toBeGreaterThan(700)
    const calls = openedAs(athenaRows, records.map(athenaRow))
    expect(calls.filter(([name]) => name !== 'message' && name !== 'records')).toEqual([])
    expect(calls.slice(2)).toEqual(records.map((record) => ['records', [kept(record)]]))
  })
})

/** The SerDe writes a string without quotes, and leaves out an empty one; records with either are few. */
const hasPlainPayloads = (record: Members): boolean =>
  PAYLOADS.every((name) => record[name] == null || typeof record[name] === 'object') && PLAIN.every((name) => record[name] !== '')
