import { expect, it } from 'vitest'
import { day } from '../../../src/cli/demo/day.js'

it('is always the same', () => {
  expect(day()).toEqual(day())
  expect(day().length).toBe(8)
})
