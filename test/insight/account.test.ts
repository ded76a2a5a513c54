import { accountOf } from 'glue-trail'
import { expect, it } from 'vitest'
import { callerAccountOf } from '../../src/insight/account.js'

const issuer = (accountId: unknown) => ({ sessionContext: { sessionIssuer: { accountId } } })

it.each<readonly [unknown, string | undefined]>([
  [{ recipientAccountId: '1', userIdentity: { accountId: '2', ...issuer('3') } }, '1'],
  [{ recipientAccountId: '', userIdentity: { accountId: '2', ...issuer('3') } }, '2'],
  [{ recipientAccountId: null, userIdentity: { accountId: '', ...issuer('3') } }, '3'],
  [{ userIdentity: { accountId: 5, sessionContext: { sessionIssuer: {} } } }, undefined],
  [{ eventCategory: 'Aggregated', accountId: '4' }, '4'],
  [{ userIdentity: 'AROAEXAMPLE' }, undefined],
  [{ recipientAccountId: 5, userIdentity: { accountId: '2' } }, undefined],
  [{ recipientAccountId: '***', userIdentity: { accountId: '2' } }, undefined],
  [undefined, undefined],
  [[], undefined],
])('the account of %j is %s', (record, account) => {
  expect(accountOf(record)).toBe(account)
})

it('distinguishes the account of the caller from that of the record', () => {
  expect(callerAccountOf({ recipientAccountId: '1', userIdentity: { accountId: '2' } })).toBe('2')
  expect(callerAccountOf({ recipientAccountId: '1', userIdentity: issuer('3') })).toBe('3')
  expect(callerAccountOf({ recipientAccountId: '1' })).toBeUndefined()
})
