import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { glueCall, insight } from '../../support/records.js'

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
  ['nightly', glueCall, 'yes'],
  ['arn:aws:glue:*:job/nightly', glueCall, 'yes'],
  ['daily', glueCall, 'no'],
  ['sales.orders', drop, 'yes'],
  ['orders', drop, 'yes'],
  ['sales.*', drop, 'yes'],
  ['arn:aws:glue:eu-central-1:123456789012:table/sales/orders', drop, 'yes'],
  ['sales.customers', drop, 'no'],
  ['sales.customers', dropTwo, 'yes'],
  [['nightly', 'sales.orders'], drop, 'yes'],
  // A padded request may have named anything.
  ['sales.orders', { ...drop, requestParameters: omitted }, 'unknown'],
  ['sales.orders', { ...drop, errorCode: 'AccessDenied', errorMessage: message, requestParameters: null }, 'yes'],
  ['sales.orders', { ...drop, errorCode: 'AccessDenied', requestParameters: null }, 'unknown'],
  ['sales.orders', { ...drop, eventName: 'BrandNew' }, 'unknown'],
  ['sales.orders', insight, 'unknown'],
])('resource %j of %j: %s', (resource, record, verdict) => {
  expect(verdictOf({ resource }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes texts alone', () => {
  expect(predicateOf({ resource: 'orders' }).index).toBeUndefined()
  expect(issuesOfFilter({ resource: 5 })).toEqual(['resource: expected a string or a list of strings, received a number'])
})
