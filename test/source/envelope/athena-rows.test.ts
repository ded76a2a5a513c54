import { expect, it } from 'vitest'
import { athenaRows, isRow } from '../../../src/source/envelope/athena-rows.js'
import { ATTRIBUTES, athenaRow, IDENTITY, ISSUER, type Members, PAYLOADS, PLAIN, TLS } from '../../support/athena-row.js'
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

const cells = (...values: ReadonlyArray<string | undefined>): { readonly Data: ReadonlyArray<unknown> } => ({
  Data: values.map((value) => (value === undefined ? {} : { VarCharValue: value })),
})

const NAMES =
  'eventname requestparameters useridentity eventtime eventsource awsregion errorcode errormessage responseelements eventid recipientaccountid'.split(
    ' ',
  )

const HEAD = cells(...NAMES)
const ROWS = [cells('a', '{}'), cells('b', undefined, '{"type":"Root"}')]
const ResultSetMetadata = { ColumnInfo: NAMES.map((Name) => ({ Name })) }

it.each([
  ['the first page, with names', { Rows: [HEAD, ...ROWS], ResultSetMetadata }],
  ['the first page, its names alone', { Rows: [HEAD, ...ROWS] }],
  ['a later page', { Rows: ROWS, ResultSetMetadata }],
])('reads what GetQueryResults answers: %s', (_, ResultSet) => {
  expect(openedAs(athenaRows, { ResultSet })).toEqual([
    ['message'],
    ['records', []],
    ['records', [{ eventName: 'a', requestParameters: {} }]],
    ['records', [{ eventName: 'b', requestParameters: null, userIdentity: { type: 'Root' } }]],
  ])
})

it('reads the other columns where the name of one is not a string', () => {
  const ColumnInfo = [{ Name: { toString: 1 } }, ...ResultSetMetadata.ColumnInfo]
  expect(openedAs(athenaRows, { ResultSet: { Rows: [cells('a', 'b')], ResultSetMetadata: { ColumnInfo } } }).at(-1)).toEqual([
    'records',
    [{ 0: 'a', eventName: 'b' }],
  ])
})

it('reads no rows of a result that lacks a column which records need', () => {
  const ColumnInfo = ResultSetMetadata.ColumnInfo.filter(({ Name }) => Name !== 'errorcode')
  const missing = 'rows of Athena without the column errorcode: select it as well'
  expect(openedAs(athenaRows, { ResultSet: { Rows: ROWS, ResultSetMetadata: { ColumnInfo } } })).toEqual([
    ['message'],
    ['records', []],
    ['broken', 'LOSSY_SOURCE', ['ResultSet'], 'the columns of a record', missing],
  ])
  expect(openedAs(athenaRows, { ResultSet: { Rows: [], ResultSetMetadata: { ColumnInfo } } })).toEqual([['message'], ['records', []]])
})

it('reads no row whose structure is not JSON', () => {
  const advice = 'select json_format(CAST(useridentity AS JSON)) AS useridentity, or read the log files instead'
  expect(openedAs(athenaRows, [{ eventname: 'a', useridentity: '{type=Root}' }, { eventname: 'b' }])).toEqual([
    ['message'],
    ['records', []],
    ['broken', 'LOSSY_SOURCE', [0, 'useridentity'], 'a structure as JSON', `a structure as {name=value}: ${advice}`],
    ['records', [{ eventName: 'b' }]],
  ])
})

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
                    ...(attributes == null ? {} : { attributes: picked(attributes, ATTRIBUTES) }),
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
