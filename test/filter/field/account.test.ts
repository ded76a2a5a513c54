import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall } from '../../support/records.js'

it.each([
  ['123456789012', glueCall, 'YES'],
  [['1', '123456789012'], glueCall, 'YES'],
  ['1234*', glueCall, 'YES'],
  ['210987654321', glueCall, 'NO'],
  ['123456789012', { ...glueCall, recipientAccountId: '210987654321' }, 'NO'],
  ['123456789012', { ...glueCall, userIdentity: { accountId: null } }, 'UNKNOWN'],
  ['123456789012', { ...glueCall, recipientAccountId: 123456789012 }, 'UNKNOWN'],
  ['123456789012', { ...glueCall, userIdentity: 'someone' }, 'UNKNOWN'],
  ['123456789012', { ...aggregated, accountId: '123456789012' }, 'YES'],
  ['123456789012', aggregated, 'UNKNOWN'],
])('account %j of %j: %s', (account, record, verdict) => {
  expect(verdictOf({ account }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes strings only', () => {
  expect(predicateOf({ account: '123456789012' }).index).toBeUndefined()
  expect(issuesOfFilter({ account: 123456789012 })).toEqual(['account: expected a string or a list of strings, received a number'])
})
