import { expect, it } from 'vitest'
import { Count } from '../../src/scalar/count.js'

it('is a whole number that JSON keeps exactly', () => {
  for (const value of [0, 1, Number.MAX_SAFE_INTEGER])
    expect([value, Count.is(value), Count.decode(value)._tag]).toEqual([value, true, 'Right'])
  for (const value of [-1, 0.5, Number.MAX_SAFE_INTEGER + 1, Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined]) {
    expect([value, Count.is(value), Count.decode(value)._tag]).toEqual([value, false, 'Left'])
  }
  expect(Count.encode(5)).toBe(5)
})
