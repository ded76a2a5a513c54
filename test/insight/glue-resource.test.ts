import { expect, it } from 'vitest'
import { resourceByArn, resourceByName, rootCatalog } from '../../src/insight/glue-resource.js'
import { type ResourceRow, resourceRowsOf } from '../../src/insight/resource-row.js'
import type { Arn } from '../../src/scalar/arn.js'

const AT = 'arn:aws:glue:us-east-1:123456789012:'
const record = {
  awsRegion: 'us-east-1',
  userIdentity: { accountId: '123456789012' },
  requestParameters: { databaseName: 'sales', name: 'orders', catalogId: '111111111111' },
}

/** The first row of an API. */
function resourceRow(api: string): ResourceRow {
  const [row] = resourceRowsOf(api) ?? []
  if (typeof row !== 'object') throw new TypeError(`no row of ${api}`)
  return row
}

it('is made from a Glue ARN', () => {
  expect(resourceByArn(`${AT}table/a/sales/orders` as Arn, ['x'], 'RESOURCES', 'AWS::Glue::Table')).toStrictEqual({
    type: 'table',
    path: ['x'],
    from: 'RESOURCES',
    name: 'orders',
    within: ['sales'],
    arn: `${AT}table/a/sales/orders`,
    region: 'us-east-1',
    accountId: '123456789012',
    catalogId: '123456789012:a',
  })
  expect(resourceByArn(`${AT}catalog` as Arn, [], 'REQUEST')).toStrictEqual({
    type: 'catalog',
    path: [],
    from: 'REQUEST',
    arn: `${AT}catalog`,
    region: 'us-east-1',
    accountId: '123456789012',
  })
})

it('is made of an ARN of another service, called as the record calls it', () => {
  const arn = 'arn:aws:s3:::bucket' as Arn
  expect(resourceByArn(arn, [], 'RESOURCES', 'AWS::S3::Bucket')).toStrictEqual({
    type: 'AWS::S3::Bucket',
    path: [],
    from: 'RESOURCES',
    arn,
  })
  expect(resourceByArn(arn, [], 'ERROR_MESSAGE')).toStrictEqual({ type: 's3', path: [], from: 'ERROR_MESSAGE', arn })
})

it('is made of a name, what it lies in, and whose it is', () => {
  const place = { path: ['requestParameters', 'name'], keys: [], value: 'orders' }
  expect(resourceByName(record, resourceRow('GetTable'), place, 'orders')).toStrictEqual({
    type: 'table',
    path: ['requestParameters', 'name'],
    from: 'REQUEST',
    name: 'orders',
    within: ['sales'],
    arn: 'arn:aws:glue:us-east-1:111111111111:table/sales/orders',
    region: 'us-east-1',
    accountId: '111111111111',
    catalogId: '111111111111',
  })
  expect(resourceByName(record, resourceRow('GetJob'), place, 'orders').arn).toBe(`${AT}job/orders`)
  expect(resourceByName(record, resourceRow('GetCustomEntityType'), place, 'orders')).not.toHaveProperty('arn')
  expect(resourceByName({}, resourceRow('GetJob'), place, 'orders')).toStrictEqual({
    type: 'job',
    path: place.path,
    from: 'REQUEST',
    name: 'orders',
  })
})

it('is the root catalog where that is sure', () => {
  expect(rootCatalog(record, ['p'])).toStrictEqual({
    type: 'catalog',
    path: ['p'],
    from: 'REQUEST',
    arn: `${AT}catalog`,
    region: 'us-east-1',
    accountId: '123456789012',
  })
  expect(rootCatalog({ awsRegion: 'us-east-1' }, ['p'])).toBeUndefined()
  expect(rootCatalog({ userIdentity: { accountId: '123456789012' } }, ['p'])).toBeUndefined()
})
