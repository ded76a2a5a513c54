import { describe, expect, it } from 'vitest'
import { concernOf, parseWantedTable } from '../../src/insight/history-match.js'
import { glueCall } from '../support/records.js'

describe('parseWantedTable', () => {
  it.each([
    ['sales.orders', { database: 'sales', name: 'orders' }],
    ['sales.orders.v2', { database: 'sales', name: 'orders.v2' }],
    [
      'arn:aws-cn:glue:cn-north-1:123456789012:table/sales/orders',
      { database: 'sales', name: 'orders', region: 'cn-north-1', account: '123456789012', catalog: '' },
    ],
    [
      'arn:aws:glue:us-east-1:123456789012:table/s3tablescatalog/bucket/sales/orders',
      { database: 'sales', name: 'orders', region: 'us-east-1', account: '123456789012', catalog: 's3tablescatalog/bucket' },
    ],
    ['arn:aws:glue:us-east-1:123456789012:database/sales', undefined],
    ['orders', undefined],
    ['.orders', undefined],
    ['sales.', undefined],
    ['', undefined],
  ])('%s', (content, asked) => {
    expect(parseWantedTable(content)).toEqual(asked)
  })
})

const NAME = 'sales.orders'
const ARN = 'arn:aws:glue:eu-central-1:123456789012:table/sales/orders'

const call = (eventName: string, requestParameters: unknown, rest: object = {}): object => ({
  ...glueCall,
  eventName,
  requestParameters,
  ...rest,
})

const denied = (eventName: string, resource: string): object =>
  call(eventName, null, {
    errorCode: 'AccessDenied',
    errorMessage: `User: x is not authorized to perform: glue:${eventName} on resource: ${resource} because no identity-based policy allows it`,
  })

const concern = (record: object, table: string = NAME): string | undefined => {
  const asked = parseWantedTable(table)
  const found = asked && concernOf(record, asked)
  return found && `${found.effect} ${found.gap ?? found.arn ?? found.key}`
}

const ORDERS = { databaseName: 'sales', name: 'orders' }
const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }

describe('concernOf', () => {
  it.each<readonly [string, object, string | undefined]>([
    ['a drop of it', call('DeleteTable', ORDERS), `DROP ${ARN}`],
    ['a drop of another', call('DeleteTable', { ...ORDERS, name: 'customers' }), undefined],
    ['a drop in another database', call('DeleteTable', { ...ORDERS, databaseName: 'stage' }), undefined],
    ['a drop of many', call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete: ['a', 'orders'] }), `DROP ${ARN}`],
    ['a drop of many others', call('BatchDeleteTable', { databaseName: 'sales', tablesToDelete: ['a'] }), undefined],
    ['a drop of its database', call('DeleteDatabase', { name: 'sales' }), 'DROP ["eu-central-1","123456789012",""]'],
    ['a drop of another database', call('DeleteDatabase', { name: 'stage' }), undefined],
    ['its creation', call('CreateTable', { databaseName: 'sales', tableInput: { name: 'orders' } }), `CREATE ${ARN}`],
    ['its update', call('UpdateTable', { databaseName: 'sales', tableInput: { name: 'orders' } }), `UPDATE ${ARN}`],
    ['its partitions', call('BatchCreatePartition', { databaseName: 'sales', tableName: 'orders' }), `PARTITIONS ${ARN}`],
    ['an omitted update', call('UpdateTable', omitted), 'UPDATE OMITTED'],
    ['a hidden request', call('UpdateTable', '****'), 'UPDATE REDACTED'],
    ['an update whose table is hidden', call('UpdateTable', { databaseName: 'sales', tableInput: { name: '****' } }), 'UPDATE REDACTED'],
    ['a drop whose database is hidden', call('DeleteTable', { databaseName: '****', name: 'orders' }), 'DROP REDACTED'],
    ['a drop of another table whose database is hidden', call('DeleteTable', { databaseName: '****', name: 'customers' }), undefined],
    ['one in another database', call('UpdateTable', { databaseName: 'stage', tableInput: { name: '****' } }), undefined],
    ['a nonconforming update', call('UpdateTable', { databaseName: 'sales', tableInput: { name: 5 } }), 'UPDATE NONCONFORMING'],
    ['a denied drop of it', denied('DeleteTable', ARN), `DROP ${ARN}`],
    ['a denied drop of another', denied('DeleteTable', ARN.replace('orders', 'customers')), undefined],
    ['a denied drop of many, one named', denied('BatchDeleteTable', ARN.replace('orders', 'customers')), 'DROP DENIED'],
    ['a denied drop of many in another database', denied('BatchDeleteTable', ARN.replace('sales', 'stage')), undefined],
    ['a denied drop, the catalog named', denied('DeleteTable', 'arn:aws:glue:eu-central-1:123456789012:catalog'), 'DROP DENIED'],
    ['a denied drop, another database named', denied('DeleteTable', 'arn:aws:glue:eu-central-1:123456789012:database/stage'), undefined],
    ['a denied drop, nothing named', call('DeleteTable', null, { errorCode: 'AccessDenied' }), 'DROP DENIED'],
    ['a name of no public API', call('RenameTable', ORDERS), 'RENAME UNMODELLED'],
    ['a read', call('GetTable', ORDERS), undefined],
    ['another service', call('DeleteTable', ORDERS, { eventSource: 'dynamodb.amazonaws.com' }), undefined],
  ])('%s', (_, record, content) => {
    expect(concern(record)).toBe(content)
  })

  it.each<readonly [string, object, string, string | undefined]>([
    ['the same', call('DeleteTable', ORDERS), ARN, `DROP ${ARN}`],
    ['another region', call('DeleteTable', ORDERS, { awsRegion: 'us-east-1' }), ARN, undefined],
    ['another region, omitted', call('UpdateTable', omitted, { awsRegion: 'us-east-1' }), ARN, undefined],
    ['another account', call('DeleteTable', { ...ORDERS, catalogId: '111122223333' }), ARN, undefined],
    ['another account named by the denial', denied('DeleteTable', 'arn:aws:glue:eu-central-1:111122223333:catalog'), ARN, undefined],
    ['another catalog', call('DeleteTable', { ...ORDERS, catalogId: '123456789012:s3tablescatalog/b' }), ARN, undefined],
    [
      'its catalog',
      call('DeleteCatalog', { catalogId: '123456789012:s3tablescatalog/b' }),
      ARN.replace('sales', 's3tablescatalog/b/sales'),
      'DROP ["eu-central-1","123456789012","s3tablescatalog/b"]',
    ],
    [
      'the catalog around',
      call('DeleteCatalog', { catalogId: '123456789012:s3tablescatalog' }),
      ARN.replace('sales', 's3tablescatalog/b/sales'),
      'DROP ["eu-central-1","123456789012","s3tablescatalog"]',
    ],
    ['another one', call('DeleteCatalog', { catalogId: '123456789012:other' }), ARN.replace('sales', 's3tablescatalog/b/sales'), undefined],
    ['a catalog within the root, whose table is asked for', call('DeleteCatalog', { catalogId: '123456789012:other' }), ARN, undefined],
  ])('by ARN: %s', (_, record, table, content) => {
    expect(concern(record, table)).toBe(content)
  })
})
