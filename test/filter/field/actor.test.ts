import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

const session = {
  ...glueCall,
  userIdentity: {
    type: 'AssumedRole',
    arn: 'arn:aws:sts::123456789012:assumed-role/etl/nightly',
    sessionContext: { sessionIssuer: { type: 'Role', userName: 'etl', arn: 'arn:aws:iam::123456789012:role/data/etl' } },
  },
} as const

it.each([
  ['johndoe', glueCall, 'YES'],
  ['john*', glueCall, 'YES'],
  ['arn:aws:iam::*:user/johndoe', glueCall, 'YES'],
  ['ann', glueCall, 'NO'],
  [['ann', 'johndoe'], glueCall, 'YES'],
  ['etl', session, 'YES'],
  ['nightly', session, 'YES'],
  ['etl/nightly', session, 'YES'],
  ['*:role/data/*', session, 'YES'],
  ['etl/daily', session, 'NO'],
  ['root', { ...glueCall, userIdentity: { type: 'Root', accountId: '123456789012' } }, 'YES'],
  ['glue.*', { ...glueCall, userIdentity: { type: 'AWSService', invokedBy: 'glue.amazonaws.com' } }, 'YES'],
  ['johndoe', { ...glueCall, userIdentity: { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }, 'UNKNOWN'],
  ['johndoe', { ...glueCall, userIdentity: { type: 'AWSAccount', accountId: '123456789012' } }, 'UNKNOWN'],
  ['johndoe', { ...glueCall, userIdentity: undefined }, 'UNKNOWN'],
  ['johndoe', { ...glueCall, userIdentity: 'johndoe' }, 'UNKNOWN'],
  ['johndoe', insight, 'UNKNOWN'],
  ['johndoe', aggregated, 'UNKNOWN'],
])('actor %j of %j: %s', (actor, record, verdict) => {
  expect(verdictOf({ actor }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes strings only', () => {
  expect(predicateOf({ actor: 'ann' }).index).toBeUndefined()
  expect(issuesOfFilter({ actor: true })).toEqual(['actor: expected a string or a list of strings, received a boolean'])
})
