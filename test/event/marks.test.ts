import { expect, it } from 'vitest'
import { isOmitted, memberOf } from '../../src/event/marks.js'

it.each([
  [{ reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }, true],
  [{ reason: 'requestParameters too large', omitted: true, originalSize: 149893 }, true],
  [{ omitted: 'false', originalSize: 1 }, false],
  [{ omitted: true }, false],
  [{}, false],
  [null, false],
  ['omitted', false],
])('isOmitted(%j) is %s', (payload, omitted) => {
  expect(isOmitted(payload)).toBe(omitted)
})

it('reads own members alone', () => {
  expect(memberOf({ a: 1 }, 'a')).toBe(1)
  expect(memberOf({ a: 1 }, 'b')).toBeUndefined()
  expect(memberOf({}, 'constructor')).toBeUndefined()
  expect(memberOf(JSON.parse('{"__proto__": 7}'), '__proto__')).toBe(7)
  expect(memberOf(null, 'a')).toBeUndefined()
  expect(memberOf('text', 'length')).toBeUndefined()
})
