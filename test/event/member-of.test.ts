import { expect, it } from 'vitest'
import { memberOf } from '../../src/event/member-of.js'

it('reads own members only', () => {
  expect(memberOf({ a: 1 }, 'a')).toBe(1)
  expect(memberOf({ a: 1 }, 'b')).toBeUndefined()
  expect(memberOf({}, 'constructor')).toBeUndefined()
  expect(memberOf(JSON.parse('{"__proto__": 7}'), '__proto__')).toBe(7)
  expect(memberOf(null, 'a')).toBeUndefined()
  expect(memberOf('text', 'length')).toBeUndefined()
})
