import { expect, it } from 'vitest'
import { RegionTally } from '../../src/integrity/region-tally.js'

const id = { account: '111122223333', region: 'us-east-1', trail: 'a', backfill: false }

it('keeps the first 1,000 problems of a shard, and counts the rest', () => {
  const tally = new RegionTally()
  tally.begin(id, 0)
  for (let i = 0; i < 1500; i++) tally.gap(id, 'MISSING', i, i + 1, [{ code: 'NOT_FOUND', expected: '', received: '' }])
  tally.end(id, 2000)
  const [report] = tally.reports()
  expect([report?.problems.length, report?.moreProblems, report?.digests.missing]).toEqual([1000, 500, 1500])
  expect(report?.coverage.map(({ label, problems }) => [label, problems])).toEqual([
    ['MISSING', ['NOT_FOUND']],
    ['UNCOVERED', []],
  ])
})

it('is copied without changing later', () => {
  const tally = new RegionTally()
  tally.begin(id, 0)
  tally.unnamed('PENDING', undefined)
  const state = tally.state()
  tally.gap(id, 'MISSING', 0, 1, [{ code: 'NOT_FOUND', expected: '', received: '' }])
  tally.unnamed('OUTSIDE', undefined)
  expect([state.shards[0]?.problems, state.unreferenced.outside]).toEqual([[], 0])
  expect(new RegionTally(state).state()).toEqual(state)
})
