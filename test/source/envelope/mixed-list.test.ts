import { expect, it } from 'vitest'
import { mixedList } from '../../../src/source/envelope/mixed-list.js'
import { openedAs } from '../../support/envelope.js'

it('gives each item', () => {
  expect(mixedList.is(['{}', 5])).toBe(true)
  expect(mixedList.is([5, null])).toBe(false)
  expect(openedAs(mixedList, ['{}', 5])).toEqual([['message'], ['inner', '{}', [0]], ['inner', 5, [1]]])
})
