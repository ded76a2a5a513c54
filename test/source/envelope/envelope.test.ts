import { expect, it } from 'vitest'
import { batchIn, hasText, isBatch, itemsOf, objectIn } from '../../../src/source/envelope/envelope.js'

const isOne = (u: unknown): boolean => u === 1

it('finds the batch under the first name that is a list, or bare', () => {
  expect(batchIn({ Records: [1] })).toEqual({ items: [1], steps: ['Records'] })
  expect(batchIn({ Records: 5, Messages: [2] }, ['Records', 'Messages'])).toEqual({ items: [2], steps: ['Messages'] })
  expect(batchIn([3])).toEqual({ items: [3], steps: [] })
  expect(batchIn({ records: [1] })).toBe(undefined)
  expect(itemsOf(null)).toEqual({ items: [], steps: [] })
})

it('knows only own members', () => {
  expect(batchIn(Object.create({ Records: [1] }))).toBe(undefined)
  expect(hasText(Object.create({ a: 'x' }), 'a')).toBe(false)
})

it('takes a batch for one of its kind by one item, or by none', () => {
  expect(isBatch([0, 1], isOne)).toBe(true)
  expect(isBatch([], isOne)).toBe(true)
  expect(isBatch([0], isOne)).toBe(false)
  expect(isBatch({}, isOne)).toBe(false)
})

it('looks at types of members', () => {
  expect(hasText({ a: 'x' }, 'a')).toBe(true)
  expect(hasText({ a: 1 }, 'a')).toBe(false)
  expect(objectIn({ a: { b: 1 } }, 'a')).toEqual({ b: 1 })
  expect(objectIn({ a: [1] }, 'a')).toBe(undefined)
})
