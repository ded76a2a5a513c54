import { expect, it } from 'vitest'
import { partOf } from '../../src/insight/part-of.js'

it('takes items of lists and own members of objects', () => {
  expect(partOf(['a', 'b'], 1)).toBe('b')
  expect(partOf({ 1: 'a' }, 1)).toBe('a')
  expect(partOf({ name: 'a' }, 'name')).toBe('a')
  for (const [value, key] of [
    [['a'], 'length'],
    [['a'], '0'],
    [{}, 'toString'],
    ['ab', 0],
    [null, 'a'],
    [undefined, 0],
  ] as const) {
    expect(partOf(value, key)).toBeUndefined()
  }
})
