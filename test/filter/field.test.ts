import { expect, it } from 'vitest'
import { everything, read, refused } from '../../src/filter/field.js'

it('reads and refuses as plain data, and everything is yes without a hint', () => {
  const issue = { code: 'EMPTY', field: 'api', expected: 'at least one value', received: 'an empty list' } as const
  expect(read(5)).toEqual({ _tag: 'Right', right: 5 })
  expect(refused(issue)).toEqual({ _tag: 'Left', left: issue })
  expect(everything.test({})).toBe('YES')
  expect('index' in everything).toBe(false)
})
