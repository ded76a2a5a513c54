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
  ['johndoe', glueCall, 'yes'],
  ['john*', glueCall, 'yes'],
  ['arn:aws:iam::*:user/johndoe', glueCall, 'yes'],
  ['ann', glueCall, 'no'],
  [['ann', 'johndoe'], glueCall, 'yes'],
  ['etl', session, 'yes'],
  ['nightly', session, 'yes'],
  ['etl/nightly', session, 'yes'],
  ['*:role/data/*', session, 'yes'],
  ['etl/daily', session, 'no'],
  ['root', { ...glueCall, userIdentity: { type: 'Root', accountId: '123456789012' } }, 'yes'],
  ['glue.*', { ...glueCall, userIdentity: { type: 'AWSService', invokedBy: 'glue.amazonaws.com' } }, 'yes'],
  ['johndoe', { ...glueCall, userIdentity: { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }, 'unknown'],
  ['johndoe', { ...glueCall, userIdentity: { type: 'AWSAccount', accountId: '123456789012' } }, 'unknown'],
  ['johndoe', { ...glueCall, userIdentity: undefined }, 'unknown'],
  ['johndoe', { ...glueCall, userIdentity: 'johndoe' }, 'unknown'],
  ['johndoe', insight, 'unknown'],
  ['johndoe', aggregated, 'unknown'],
])('actor %j of %j: %s', (actor, record, verdict) => {
  expect(verdictOf({ actor }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes texts alone', () => {
  expect(predicateOf({ actor: 'ann' }).index).toBeUndefined()
  expect(issuesOfFilter({ actor: true })).toEqual(['actor: expected a string or a list of strings, received a boolean'])
})
