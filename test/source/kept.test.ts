import { expect, it } from 'vitest'
import { Kept, MAX_LOG_ISSUES } from '../../src/source/kept.js'

it('keeps values and issues up to their limits, and says how many are left out', () => {
  const kept = new Kept(2)
  expect(kept.more()).toEqual([])
  expect([kept.other(), kept.other(), kept.other()]).toEqual([true, true, false])
  for (let i = 0; i < MAX_LOG_ISSUES; i++) expect(kept.issue()).toBe(true)
  expect(kept.issue()).toBe(false)
  expect(kept.more()).toEqual([
    { code: 'MORE_VALUES', expected: 'at most 2 values that are not records', received: '1 more' },
    { code: 'MORE_ISSUES', expected: 'at most 1000 issues', received: '1 more' },
  ])
})
