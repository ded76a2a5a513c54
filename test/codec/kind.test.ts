import { expect, it } from 'vitest'
import { kindOf } from '../../src/codec/kind.js'

it.each([
  [undefined, 'nothing'],
  [null, 'null'],
  [[], 'a list'],
  [{}, 'an object'],
  ['a', 'a string'],
  ['***', 'a redacted value'],
  [1, 'a number'],
  [true, 'a boolean'],
  [1n, 'a bigint'],
  [() => 1, 'a function'],
])('%o is %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind)
})

it('of a revoked proxy is told without reading it', () => {
  const { proxy, revoke } = Proxy.revocable([], {})
  revoke()
  expect(kindOf(proxy)).toBe('an unreadable object')
})
