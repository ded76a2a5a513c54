import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall } from '../../support/records.js'

it.each([
  ['123456789012', glueCall, 'yes'],
  [['1', '123456789012'], glueCall, 'yes'],
  ['1234*', glueCall, 'yes'],
  ['210987654321', glueCall, 'no'],
  ['123456789012', { ...glueCall, recipientAccountId: '210987654321' }, 'no'],
  ['123456789012', { ...glueCall, userIdentity: { accountId: null } }, 'unknown'],
  ['123456789012', { ...glueCall, recipientAccountId: 123456789012 }, 'unknown'],
  ['123456789012', { ...glueCall, userIdentity: 'someone' }, 'unknown'],
  ['123456789012', { ...aggregated, accountId: '123456789012' }, 'yes'],
  ['123456789012', aggregated, 'unknown'],
])('account %j of %j: %s', (account, record, verdict) => {
  expect(verdictOf({ account }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes texts alone', () => {
  expect(predicateOf({ account: '123456789012' }).index).toBeUndefined()
  expect(issuesOfFilter({ account: 123456789012 })).toEqual(['account: expected a string or a list of strings, received a number'])
})
