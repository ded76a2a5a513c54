import { describe, expect, it } from 'vitest'
import { nameOf, whatOf } from '../../src/cli/what.js'
import { resourcesOf } from '../../src/insight/resources.js'
import { glueCall, insight, otherServiceCall } from '../support/records.js'

const drop = { ...glueCall, eventName: 'DeleteTable', requestParameters: { databaseName: 'sales', name: 'orders' } }

describe('whatOf', () => {
  it.each([
    ['sales.orders', drop],
    ['nightly', glueCall],
    [
      'sales.a +1',
      { ...glueCall, eventName: 'BatchDeleteTable', requestParameters: { databaseName: 'sales', tablesToDelete: ['a', 'b'] } },
    ],
    ['catalog', { ...glueCall, eventName: 'GetDatabases', requestParameters: null }],
    ['?', { ...drop, requestParameters: { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' } }],
    ['?', { ...drop, errorCode: 'AccessDenied', requestParameters: null }],
    ['', otherServiceCall],
    ['role/etl', { ...otherServiceCall, resources: [{ ARN: 'arn:aws:iam::123456789012:role/etl' }] }],
    ['', insight],
    ['', { ...glueCall, eventName: 'GetJobs', requestParameters: null }],
  ])('is %j', (what, record) => {
    expect(whatOf(resourcesOf(record))).toBe(what)
  })
})

it('names a resource of which nothing but the type is known by that', () => {
  expect(nameOf({ type: 'catalog', path: [], from: 'request' })).toBe('catalog')
})
