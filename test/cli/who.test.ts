import { describe, expect, it } from 'vitest'
import { whoOf, withoutDomain } from '../../src/cli/who.js'
import { actorOf } from '../../src/insight/actor.js'

describe('whoOf', () => {
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
  ])('is %j', (who, userIdentity) => {
    expect(whoOf(actorOf({ userIdentity }))).toBe(who)
  })
})

it("leaves out the domain of AWS's services", () => {
  expect(withoutDomain('glue.amazonaws.com')).toBe('glue')
  expect(withoutDomain('192.0.2.7')).toBe('192.0.2.7')
})
