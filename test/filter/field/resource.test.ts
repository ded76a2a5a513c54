import { decodeRecord, recordOf } from 'glue-trail'
import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { glueCall, insight, otherServiceCall } from '../../support/records.js'
import { corpusRecords, describeShared } from '../../support/shared.js'

const drop = { ...glueCall, eventName: 'DeleteTable', requestParameters: { databaseName: 'sales', name: 'orders' } }
const dropTwo = {
  ...glueCall,
  eventName: 'BatchDeleteTable',
  requestParameters: { databaseName: 'sales', tablesToDelete: ['orders', 'customers'] },
}
const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }
const message =
  'User: a is not authorized to perform: glue:DeleteTable on resource: arn:aws:glue:eu-central-1:123456789012:table/sales/orders'

it.each([
  ['nightly', glueCall, 'YES'],
  ['arn:aws:glue:*:job/nightly', glueCall, 'YES'],
  ['daily', glueCall, 'NO'],
  ['sales.orders', drop, 'YES'],
  ['orders', drop, 'YES'],
  ['sales.*', drop, 'YES'],
  ['arn:aws:glue:eu-central-1:123456789012:table/sales/orders', drop, 'YES'],
  ['sales.customers', drop, 'NO'],
  ['sales.customers', dropTwo, 'YES'],
  [['nightly', 'sales.orders'], drop, 'YES'],
  // A padded request may have named anything.
  ['sales.orders', { ...drop, requestParameters: omitted }, 'UNKNOWN'],
  ['sales.orders', { ...drop, errorCode: 'AccessDenied', errorMessage: message, requestParameters: null }, 'YES'],
  ['sales.orders', { ...drop, errorCode: 'AccessDenied', requestParameters: null }, 'UNKNOWN'],
  ['sales.orders', { ...drop, eventName: 'BrandNew' }, 'UNKNOWN'],
  ['sales.orders', insight, 'UNKNOWN'],
])('resource %j of %j: %s', (resource, record, verdict) => {
  expect(verdictOf({ resource }, record)).toBe(verdict)
})

const CALL = { ...glueCall, eventName: 'GetTable' }

it.each([
  ['Sales.Orders', { ...CALL, requestParameters: { databaseName: 'sales', name: 'orders' } }, 'YES'],
  ['sales.orders', { ...CALL, requestParameters: { databaseName: 'Sales', name: 'ORDERS' } }, 'YES'],
  ['arn:aws:glue:*:table/Sales/*', { ...CALL, requestParameters: { databaseName: 'sales', name: 'orders' } }, 'YES'],
  [
    'arn:aws:glue:eu-central-1:123456789012:table/sales/orders',
    { ...CALL, requestParameters: { databaseName: 'Sales', name: 'Orders' } },
    'YES',
  ],
  // A federated catalog may keep case.
  ['sales.orders', { ...CALL, requestParameters: { catalogId: '123456789012:other', databaseName: 'Sales', name: 'Orders' } }, 'UNKNOWN'],
  ['Sales.Orders', { ...CALL, requestParameters: { catalogId: '123456789012:other', databaseName: 'Sales', name: 'Orders' } }, 'YES'],
  ['NIGHTLY', glueCall, 'NO'],
  // Any database may be the one whose name is redacted.
  ['sales.orders', { ...CALL, requestParameters: { databaseName: '***', name: 'orders' } }, 'UNKNOWN'],
])('folds names of tables and not of jobs: %j of %j: %s', (resource, record, verdict) => {
  expect(verdictOf({ resource }, record)).toBe(verdict)
})

const FEDERATED = { ...CALL, requestParameters: { catalogId: '123456789012:other', databaseName: 'Sales', name: 'Orders' } }
const SALES = { ...CALL, requestParameters: { databaseName: 'sales', name: 'orders' } }

it.each([
  ['arn:aws:glue:eu-central-1:123456789012:table/other/Sales/Orders', FEDERATED, 'UNKNOWN'],
  ['arn:aws:glue:eu-central-1:123456789012:table/other/sales/orders', FEDERATED, 'UNKNOWN'],
  ['*:table/other/sales/*', FEDERATED, 'UNKNOWN'],
  ['arn:aws:glue:eu-central-1:123456789012:table/other/sales/refunds', FEDERATED, 'NO'],
  ['arn:aws:glue:eu-central-1:123456789012:table/Sales/Orders', { ...SALES, awsRegion: undefined }, 'UNKNOWN'],
  ['arn:aws:glue:*:table/sales/*', { ...SALES, awsRegion: undefined }, 'UNKNOWN'],
  ['arn:aws:glue:*:table/stage/*', { ...SALES, awsRegion: undefined }, 'NO'],
  ['sales', { ...SALES, awsRegion: undefined }, 'NO'],
  ['arn:aws:glue:eu-central-1:123456789012:table/sales/orders', { ...SALES, userIdentity: {} }, 'UNKNOWN'],
  ['arn:aws:glue:eu-central-1:123456789012:job/nightly', { ...glueCall, awsRegion: undefined }, 'UNKNOWN'],
  ['arn:aws:glue:eu-central-1:123456789012:job/daily', { ...glueCall, awsRegion: undefined }, 'NO'],
  ['arn:aws:glue:eu-central-1:123456789012:job/csv', { ...CALL, eventName: 'DeleteClassifier', requestParameters: { name: 'csv' } }, 'NO'],
])('is unknown where a resource of that name has no ARN: %j of %j: %s', (resource, record, verdict) => {
  expect(verdictOf({ resource }, record)).toBe(verdict)
})

const TABLE = 'arn:aws:glue:eu-central-1:123456789012:table/sales/orders'
const other = (requestParameters: unknown, more: object = {}) => ({ ...otherServiceCall, requestParameters, ...more })

it.each([
  ['sales.orders', other({ bucketName: 'trail' }), 'NO'],
  ['sales.orders', other(null), 'NO'],
  ['sales.orders', other({ tableArn: TABLE }), 'YES'],
  [TABLE, other({ tableArn: TABLE }), 'YES'],
  ['Sales.Orders', other(null, { resources: [{ ARN: TABLE }] }), 'YES'],
  ['sales.orders', other({ table: { databaseName: 'sales', name: 'orders' } }), 'UNKNOWN'],
  [TABLE, other({ table: { databaseName: 'sales', name: 'orders' } }), 'UNKNOWN'],
  ['sales.orders', other({ queryString: 'select 1 from SALES.ORDERS' }), 'UNKNOWN'],
  ['sales.orders', other({ queryString: '***OMITTED***' }), 'UNKNOWN'],
  ['sales.orders', other({ key: 'preorders/sales' }), 'NO'],
  ['sales.orders', other(omitted), 'UNKNOWN'],
  ['sales.orders', other(null, { errorCode: 'AccessDenied' }), 'UNKNOWN'],
  ['sales.orders', other(null, { resources: [{ ARNPrefix: 'arn:aws:s3:::lake/' }] }), 'UNKNOWN'],
])('judges other services by what they mention: %j of %j: %s', (resource, record, verdict) => {
  expect(verdictOf({ resource }, record)).toBe(verdict)
})

it('explains what it cannot decide', () => {
  const explain = (record: object) => predicateOf({ resource: 'sales.orders' }).explain?.(record)
  expect(explain({ ...drop, requestParameters: omitted })).toEqual([{ field: 'resource', kind: 'OMITTED', path: ['requestParameters'] }])
  expect(explain(other({ table: { databaseName: 'sales', name: 'orders' } }))).toEqual([
    { field: 'resource', kind: 'OTHER_SERVICE', path: ['requestParameters'] },
  ])
  expect(predicateOf({ resource: TABLE }).explain?.({ ...SALES, awsRegion: undefined })).toEqual([
    { field: 'resource', kind: 'UNNAMED', path: ['requestParameters', 'name'] },
  ])
  expect(explain(drop)).toEqual([])
})

describeShared('records of many services', () => {
  it('are mostly decided', () => {
    const { test } = predicateOf({ resource: 'sales.orders' })
    const verdicts = corpusRecords()
      .flatMap(({ record }) => recordOf(decodeRecord(record)) ?? [])
      .map(test)
    const unknown = verdicts.filter((verdict) => verdict === 'UNKNOWN').length
    expect(unknown / verdicts.length).toBeLessThan(0.3)
  })
})

it('leaves nothing to the index, and takes strings only', () => {
  expect(predicateOf({ resource: 'orders' }).index).toBeUndefined()
  expect(issuesOfFilter({ resource: 5 })).toEqual(['resource: expected a string or a list of strings, received a number'])
})
