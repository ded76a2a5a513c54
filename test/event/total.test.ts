import { expect, it } from 'vitest'
import { total } from '../../src/event/total.js'

it('answers about nothing where the value cannot be read', () => {
  const answer = (value: unknown) => (value === undefined ? 'nothing' : Object.keys(value as object).join())
  expect(total(answer, { a: 1 })).toBe('a')
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  expect(total(answer, proxy)).toBe('nothing')
})
