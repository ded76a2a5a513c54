import { describe, expect, it } from 'vitest'
import { coloursFor } from '../../src/cli/colour.js'
import { historyText } from '../../src/cli/history-text.js'
import { historyOf } from '../../src/insight/history.js'
import { LIFE } from '../support/orders.js'
import { glueCall } from '../support/records.js'

const plain = coloursFor({}, { env: {} })

describe('historyText', () => {
  it('is a line for each call, with what it changed and what limits the answer; uncertain ones come last', () => {
    expect(historyText(historyOf(LIFE, 'sales.orders'), { width: 80, colours: plain })).toBe(
      [
        'time (UTC)           kind     actor    via  api',
        '2024-05-01 09:00:00  CREATED  johndoe  cli  CreateTable',
        '    nothing is known of the table before this call',
        '2024-05-02 09:00:00  SCHEMA   johndoe       UpdateTable',
        '    columns: +note string, id int -> bigint',
        '2024-05-04 09:00:00  DENIED   johndoe       DeleteTable',
        '    without effect: AccessDenied',
        '2024-05-05 09:00:00  DROPPED  johndoe       DeleteTable',
        '',
        '── unknown: 1 call that may be about another table ─────────────────────────────',
        '2024-05-03 09:00:00  UNKNOWN  johndoe       UpdateTable',
        '    its request was too large to log',
        '',
      ].join('\n'),
    )
  })

  it('has what failed in part, and apart those calls that may have failed', () => {
    const call = { ...glueCall, eventName: 'BatchDeletePartition', responseElements: null }
    const requestParameters = { databaseName: 'sales', tableName: 'orders', partitionsToDelete: [{ values: ['1'] }, { values: ['2'] }] }
    const errors = [{ partitionValues: ['1'], errorDetail: { errorCode: 'EntityNotFoundException' } }]
    const records = [
      { ...call, requestParameters, responseElements: { errors } },
      { ...call, requestParameters, eventTime: '2024-05-14T06:11:00Z' },
      { ...call, requestParameters: null, eventTime: '2024-05-14T06:12:00Z', eventName: 'UpdateTable' },
    ]
    expect(historyText(historyOf(records, 'sales.orders'), { width: 80, colours: plain }).split('\n')).toEqual([
      'time (UTC)           kind        actor    via  api',
      '2024-05-14 06:10:00  PARTITIONS  johndoe       BatchDeletePartition',
      '    some of its items failed',
      '    nothing is known of the table before this call',
      '',
      '── unknown: 1 call that may have failed ────────────────────────────────────────',
      '2024-05-14 06:11:00  PARTITIONS  johndoe       BatchDeletePartition',
      '    its response, which lists what failed, was not logged',
      '',
      '── unknown: 1 call that may be about another table ─────────────────────────────',
      '2024-05-14 06:12:00  UNKNOWN     johndoe       UpdateTable',
      '    its record does not have what it changed',
      '',
    ])
  })

  it('says where a response does not settle which item failed, and for whom a service called', () => {
    const record = {
      ...glueCall,
      eventName: 'BatchDeleteTable',
      userIdentity: { ...glueCall.userIdentity, onBehalfOf: { userId: 'person-1' } },
      requestParameters: { databaseName: 'sales', tablesToDelete: ['orders'] },
      responseElements: { errors: [{ tableName: '****', errorDetail: { errorCode: 'EntityNotFoundException' } }] },
    }
    expect(
      historyText(historyOf([record], 'sales.orders'), { width: 80, colours: plain })
        .split('\n')
        .slice(2),
    ).toEqual([
      '── unknown: 1 call that may have failed ────────────────────────────────────────',
      '2024-05-14 06:10:00  DROPPED  johndoe       BatchDeleteTable',
      '    on behalf of: person-1',
      '    its response lists what failed, and does not show whether this table did',
      '    nothing is known of the table before this call',
      '',
    ])
  })

  it('fits into the width', () => {
    const content = historyText(historyOf(LIFE, 'sales.orders'), { width: 44, colours: plain })
    for (const line of content.split('\n')) expect(line.length, line).toBeLessThanOrEqual(44)
  })

  it('colours what had no effect, and what is unknown', () => {
    const colours = coloursFor({}, { env: {}, wanted: true })
    const lines = historyText(historyOf(LIFE, 'sales.orders'), { width: 100, colours }).split('\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours
    const heads = lines.filter((line) => /(?:Create|Update|Delete)Table/.test(line)).map((line) => /^\u001b\[(\d+)m/.exec(line)?.[1])
    expect(heads).toEqual([undefined, undefined, '31', undefined, '33'])
  })

  it('has a heading for each account, region and catalog with a table of that name', () => {
    const call = (eventTime: string, eventName: string, place: object, requestParameters: object) => ({
      eventSource: 'glue.amazonaws.com',
      ...{ eventTime, eventName, awsRegion: 'eu-west-1', recipientAccountId: '123456789012' },
      userIdentity: { type: 'IAMUser', userName: 'johndoe', accountId: '123456789012' },
      ...place,
      requestParameters: { databaseName: 'sales', ...requestParameters },
    })
    const drop = { name: 'orders' }
    const create = { tableInput: { name: 'orders' } }
    const records = [
      call('2024-05-01T09:00:00Z', 'CreateTable', {}, create),
      call('2024-05-02T09:00:00Z', 'CreateTable', { awsRegion: 'us-east-1' }, create),
      call('2024-05-03T09:00:00Z', 'DeleteTable', {}, drop),
      call('2024-05-04T09:00:00Z', 'DeleteTable', { recipientAccountId: '111122223333' }, { ...drop, catalogId: '123456789012' }),
      call('2024-05-05T09:00:00Z', 'DeleteTable', {}, { ...drop, catalogId: '123456789012:s3tablescatalog/lake' }),
    ]
    expect(historyText(historyOf(records, 'sales.orders'), { width: 72, colours: plain })).toBe(
      [
        'time (UTC)           kind     actor    via  api',
        '',
        '── account 123456789012  eu-west-1 ─────────────────────────────────────',
        '2024-05-01 09:00:00  CREATED  johndoe       CreateTable',
        '    nothing is known of the table before this call',
        '2024-05-03 09:00:00  DROPPED  johndoe       DeleteTable',
        '2024-05-04 09:00:00  DROPPED  johndoe       DeleteTable',
        '',
        '── account 123456789012  us-east-1 ─────────────────────────────────────',
        '2024-05-02 09:00:00  CREATED  johndoe       CreateTable',
        '    nothing is known of the table before this call',
        '',
        '── account 123456789012  eu-west-1  catalog s3tablescatalog/lake ───────',
        '2024-05-05 09:00:00  DROPPED  johndoe       DeleteTable',
        '    nothing is known of the table before this call',
        '',
      ].join('\n'),
    )
  })

  it('is empty without events', () => {
    expect(historyText([], { width: 80, colours: plain })).toBe('')
  })
})
