import { describe, expect, it } from 'vitest'
import { actorOf } from '../../src/insight/actor.js'
import { actorLabel, outcomeLabel, resourceLabel, resourcesLabel, serviceLabel } from '../../src/insight/label.js'
import { outcomeOf } from '../../src/insight/outcome.js'
import { resourcesOf } from '../../src/insight/resources.js'
import { glueCall, insight, otherServiceCall } from '../support/records.js'

describe('actorLabel', () => {
  it.each([
    ['johndoe', { type: 'IAMUser', userName: 'johndoe', arn: 'arn:aws:iam::123456789012:user/johndoe' }],
    ['root', { type: 'Root', accountId: '123456789012' }],
    [
      'etl/nightly',
      {
        type: 'AssumedRole',
        arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly',
        sessionContext: { sessionIssuer: { type: 'Role', userName: 'etl' } },
      },
    ],
    [
      'DataEngineer/lars.holm',
      { type: 'AssumedRole', arn: 'arn:aws:sts::1:assumed-role/AWSReservedSSO_DataEngineer_0123456789abcdef/lars.holm' },
    ],
    ['etl', { type: 'Role', arn: 'arn:aws:iam::123456789012:role/data/etl' }],
    ['glue (service)', { type: 'AWSService', invokedBy: 'glue.amazonaws.com' }],
    ['lakeformation (service)', { accountId: '123456789012', invokedBy: 'lakeformation.amazonaws.com' }],
    ['account 111122223333', { type: 'AWSAccount', accountId: '111122223333', principalId: 'AIDAEXAMPLE' }],
    ['906722e4', { type: 'IdentityCenterUser', onBehalfOf: { userId: '906722e4' } }],
    ['account 123456789012', { type: 'Unknown', accountId: '123456789012' }],
    ['', undefined],
    ['', { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
  ])('is %j', (label, userIdentity) => {
    expect(actorLabel(actorOf({ userIdentity }))).toBe(label)
  })
})

it("serviceLabel leaves out the domain of AWS's services", () => {
  expect(serviceLabel('glue.amazonaws.com')).toBe('glue')
  expect(serviceLabel('192.0.2.7')).toBe('192.0.2.7')
})

const drop = { ...glueCall, eventName: 'DeleteTable', requestParameters: { databaseName: 'sales', name: 'orders' } }

describe('resourcesLabel', () => {
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
  ])('is %j', (label, record) => {
    expect(resourcesLabel(resourcesOf(record))).toBe(label)
  })
})

it('resourceLabel is the type of a resource without a name', () => {
  expect(resourceLabel({ type: 'catalog', path: [], from: 'REQUEST', outcome: 'SUCCEEDED' })).toBe('catalog')
})

it.each([
  ['ok', glueCall],
  ['AccessDenied', { ...glueCall, errorCode: 'AccessDenied' }],
  ['failed', { ...glueCall, errorMessage: 'no code' }],
  ['', insight],
])('outcomeLabel is %j', (label, record) => {
  expect(outcomeLabel(outcomeOf(record))).toBe(label)
})
