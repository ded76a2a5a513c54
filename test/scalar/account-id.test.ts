import { AccountId } from 'glue-trail'
import { expect, it } from 'vitest'
import { isAccountId } from '../../src/scalar/account-id.js'

it.each([
  ['123456789012', true],
  ['000000000000', true],
  ['12345678901', false],
  ['1234567890123', false],
  ['12345678901a', false],
  ['123456789012\n', false],
  ['anonymous', false],
  ['', false],
  [123456789012, false],
  [null, false],
])('isAccountId(%j) is %s', (u, is) => {
  expect(isAccountId(u)).toBe(is)
  expect(AccountId.is(u)).toBe(is)
})

it('decodes, encodes and rejects', () => {
  const decoded = AccountId.decode('123456789012')
  expect(decoded).toEqual({ _tag: 'Right', right: '123456789012' })
  expect(decoded._tag === 'Right' && AccountId.encode(decoded.right)).toBe('123456789012')
  const rejected = AccountId.decode('AIDACKCEVSQ6C2EXAMPLE')
  expect(rejected._tag === 'Left' && rejected.left[0]?.message).toBe('expected an account id of twelve digits, received another string')
})
