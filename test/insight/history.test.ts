import { historyOf, type TableEvent } from 'glue-trail'
import { describe, expect, it } from 'vitest'
import { glueCall, insight, otherServiceCall } from '../support/records.js'
import { corpusGlueRecords, corpusRecords, describeShared } from '../support/shared.js'

let count = 0

const call = (second: number, eventName: string, requestParameters: unknown, rest: object = {}): object => ({
  ...glueCall,
  eventID: `e${++count}`,
  eventTime: `2024-05-01T12:00:${String(second).padStart(2, '0')}Z`,
  eventName,
  requestParameters,
  ...rest,
})

const input = (columns: string, rest: object = {}): object => ({
  databaseName: 'sales',
  tableInput: { name: 'orders', storageDescriptor: { columns: [...columns].map((name) => ({ name })) }, ...rest },
})

const ORDERS = { databaseName: 'sales', name: 'orders' }
const OMITTED = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }

const lines = (...records: ReadonlyArray<object>): ReadonlyArray<string> =>
  historyOf(records, 'sales.orders').map(({ kind, outcome, before, why, certain, tied, copy }: TableEvent) =>
    [kind, before, why, outcome.kind === 'SUCCEEDED' ? '' : outcome.code, certain ? '' : 'perhaps', tied ? 'tied' : '', copy ? 'copy' : '']
      .filter(Boolean)
      .join(' '),
  )

describe('historyOf', () => {
  it('reports each call with what was known before', () => {
    const create = call(1, 'CreateTable', input('a'))
    const update = call(2, 'UpdateTable', input('ab'))
    const [created, updated] = historyOf([update, create], 'sales.orders')
    expect(created).toMatchObject({
      record: create,
      time: new Date('2024-05-01T12:00:01Z'),
      tied: false,
      actor: { kind: 'USER', name: 'johndoe' },
      via: { kind: 'UNKNOWN' },
      api: 'CreateTable',
      outcome: { kind: 'SUCCEEDED' },
      kind: 'CREATED',
      certain: true,
      table: 'arn:aws:glue:eu-central-1:123456789012:table/sales/orders',
      before: 'NOTHING',
      copy: false,
    })
    expect(created).not.toHaveProperty('change')
    expect(updated).toMatchObject({ record: update, kind: 'SCHEMA', before: 'DEFINITION', change: { columns: { added: [{ name: 'b' }] } } })
    expect(updated?.record).toBe(update)
  })

  it('says that nothing is known before, and goes on from there', () => {
    expect(lines(call(1, 'UpdateTable', input('a')), call(2, 'UpdateTable', input('ab')))).toEqual([
      'UNKNOWN NOTHING NOTHING_KNOWN_BEFORE',
      'SCHEMA DEFINITION',
    ])
  })

  it('knows less after what it cannot read', () => {
    expect(
      lines(
        call(1, 'CreateTable', input('a')),
        call(2, 'UpdateTable', OMITTED),
        call(3, 'UpdateTable', input('ab')),
        call(4, 'UpdateTable', { ...ORDERS, tableInput: '****' }),
        call(5, 'UpdateTable', input('abc')),
        call(6, 'UpdateTable', input('abc', { parameters: '****' })),
        call(7, 'UpdateTable', input('abc')),
      ),
    ).toEqual([
      'CREATED NOTHING',
      'UNKNOWN DEFINITION OMITTED perhaps',
      'SCHEMA OUTDATED',
      'UNKNOWN DEFINITION REDACTED',
      'SCHEMA OUTDATED',
      'UNKNOWN DEFINITION NONCONFORMING',
      'UNKNOWN DEFINITION NONCONFORMING',
    ])
  })

  it('goes on where a definition cannot be read', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const storage = {
      get columns(): never {
        throw new Error('no')
      },
    }
    for (const part of [{ partitionKeys: [proxy] }, { storageDescriptor: storage }])
      expect(lines(call(1, 'CreateTable', input('a')), call(2, 'UpdateTable', input('a', part)), call(3, 'DeleteTable', ORDERS))).toEqual([
        'CREATED NOTHING',
        expect.stringMatching(/DEFINITION/),
        expect.stringMatching(/^DROPPED/),
      ])
  })

  it('learns nothing from calls that did not succeed', () => {
    expect(
      lines(
        call(1, 'CreateTable', input('a')),
        call(2, 'UpdateTable', input('ab'), { errorCode: 'ConcurrentModificationException' }),
        call(3, 'DeleteTable', ORDERS, { errorCode: 'AccessDenied' }),
        call(4, 'UpdateTable', OMITTED, { errorCode: 'InvalidInputException' }),
        call(5, 'UpdateTable', input('ab')),
      ),
    ).toEqual([
      'CREATED NOTHING',
      'FAILED DEFINITION ConcurrentModificationException',
      'DENIED DEFINITION AccessDenied',
      'FAILED DEFINITION OMITTED InvalidInputException perhaps',
      'SCHEMA DEFINITION',
    ])
  })

  it('follows a table through drop and new creation', () => {
    expect(
      lines(
        call(1, 'CreateTable', input('a')),
        call(2, 'DeleteDatabase', { name: 'sales' }),
        call(3, 'CreateTable', input('b')),
        call(4, 'CreatePartition', { databaseName: 'sales', tableName: 'orders' }),
        call(5, 'BatchDeleteTable', { databaseName: 'sales', tablesToDelete: ['orders'] }),
        call(6, 'UpdateTable', input('c')),
      ),
    ).toEqual([
      'CREATED NOTHING',
      'DROPPED DEFINITION',
      'CREATED DROPPED',
      'PARTITIONS DEFINITION',
      'DROPPED DEFINITION',
      'UNKNOWN DROPPED NOTHING_KNOWN_BEFORE',
    ])
  })

  it('reads what open-table-format updates ask for also where nothing is known', () => {
    const updates = (...list: ReadonlyArray<object>): object => ({
      ...ORDERS,
      updateOpenTableFormatInput: { updateIcebergInput: { updateIcebergTableInput: { updates: list } } },
    })
    expect(
      lines(
        call(1, 'UpdateTable', updates({ action: 'add-schema', schema: { fields: [] } })),
        call(2, 'UpdateTable', updates({ action: 'set-location', location: 's3://x/' })),
        call(3, 'CreateTable', input('a')),
        call(4, 'UpdateTable', updates({ action: 'set-properties', properties: { a: '1' } })),
      ),
    ).toEqual(['SCHEMA NOTHING', 'LOCATION OUTDATED', 'CREATED OUTDATED', 'PARAMETERS DEFINITION'])
  })

  it('orders calls of one second by what fits, and marks their order as unknown', () => {
    const drop = call(1, 'DeleteTable', ORDERS)
    const update = call(1, 'UpdateTable', input('ab'))
    const create = call(1, 'CreateTable', input('a'))
    expect(lines(drop, update, create)).toEqual(['CREATED NOTHING tied', 'SCHEMA DEFINITION tied', 'DROPPED DEFINITION tied'])
    expect(lines(create, call(2, 'CreateTable', input('a')), call(2, 'DeleteTable', ORDERS))).toEqual([
      'CREATED NOTHING',
      'DROPPED DEFINITION tied',
      'CREATED DROPPED tied',
    ])
  })

  it('puts calls without a time last', () => {
    const late = call(1, 'DeleteTable', ORDERS, { eventTime: 'soon' })
    const history = historyOf([late, call(2, 'CreateTable', input('a'))], 'sales.orders')
    expect(history.map(({ kind }) => kind)).toEqual(['CREATED', 'DROPPED'])
    expect(history[1]).not.toHaveProperty('time')
  })

  it('counts a record once that came twice, and marks copies', () => {
    const shared = { sharedEventID: 's1' }
    const update = call(2, 'UpdateTable', input('ab'), shared)
    const copy = call(3, 'UpdateTable', { ...input('ab'), catalogId: '123456789012' }, { ...shared, recipientAccountId: '111122223333' })
    expect(lines(call(1, 'CreateTable', input('a')), update, structuredClone(update), copy, call(4, 'UpdateTable', input('ab')))).toEqual([
      'CREATED NOTHING',
      'SCHEMA DEFINITION',
      'SCHEMA DEFINITION copy',
      'PARAMETERS DEFINITION',
    ])
  })

  it('follows tables of one name each on its own', () => {
    const there = { awsRegion: 'us-east-1' }
    const records = [
      call(1, 'CreateTable', input('a')),
      call(2, 'CreateTable', input('xyz'), there),
      call(3, 'UpdateTable', input('ab')),
      call(4, 'UpdateTable', { ...input('ab'), catalogId: '111122223333' }),
      call(5, 'UpdateTable', OMITTED),
      call(6, 'UpdateTable', input('xyz'), there),
    ]
    expect(lines(...records)).toEqual([
      'CREATED NOTHING',
      'CREATED NOTHING',
      'SCHEMA DEFINITION',
      'UNKNOWN NOTHING NOTHING_KNOWN_BEFORE',
      'UNKNOWN NOTHING OMITTED perhaps',
      'PARAMETERS OUTDATED',
    ])
    const alone = historyOf(records, 'arn:aws:glue:us-east-1:123456789012:table/sales/orders')
    expect(alone.map(({ kind }) => kind)).toEqual(['CREATED', 'PARAMETERS'])
  })

  it('is empty for what concerns no table', () => {
    const other = [glueCall, otherServiceCall, insight, null, 'text', 5, [], {}]
    expect(historyOf(other, 'sales.orders')).toEqual([])
    expect(historyOf([call(1, 'DeleteTable', ORDERS)], 'orders')).toEqual([])
    expect(historyOf([call(1, 'DeleteTable', ORDERS)], 'arn:aws:glue:eu-central-1:123456789012:database/sales')).toEqual([])
  })
})

describeShared('historyOf on records of others', () => {
  it('finds no change of a table there', () => {
    const records = [...corpusRecords(), ...corpusGlueRecords()].map(({ record }) => record)
    expect(historyOf(records, 'panther_rule_errors.gsuite_activityevent')).toEqual([])
  })
})
