import { expect, it } from 'vitest'
import { addedCounts, NO_COUNTS } from '../../src/source/counts.js'

it('adds each count', () => {
  const counts = { records: 1, matched: 2, unknown: 3, unmatched: 4, left: 5, broken: 6, glue: 7 }
  expect(addedCounts(counts, NO_COUNTS)).toEqual(counts)
  expect(addedCounts(counts, counts)).toEqual({ records: 2, matched: 4, unknown: 6, unmatched: 8, left: 10, broken: 12, glue: 14 })
})
