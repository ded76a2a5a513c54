import { expect, it } from 'vitest'
import { defined } from '../../src/source/defined.js'

it('leaves out members that are undefined, and no others', () => {
  const members = defined({ a: 1, b: undefined, c: null, d: false, e: '' })
  expect(Object.entries(members)).toEqual([
    ['a', 1],
    ['c', null],
    ['d', false],
    ['e', ''],
  ])
})
