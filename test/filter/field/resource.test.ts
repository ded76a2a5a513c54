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

it('leaves nothing to the index, and takes texts alone', () => {
  expect(predicateOf({ resource: 'orders' }).index).toBeUndefined()
  expect(issuesOfFilter({ resource: 5 })).toEqual(['resource: expected a string or a list of strings, received a number'])
})
