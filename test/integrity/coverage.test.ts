import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Coverage, type Interval, LABELS, worstOf } from '../../src/integrity/coverage.js'

const interval = (from: number, to: number, label: Interval['label'] = 'VERIFIED'): Interval => ({ from, to, label, codes: [], digests: 1 })

it('joins neighbours of one label as they come', () => {
  const coverage = new Coverage()
  for (let hour = 0; hour < 9000; hour++) coverage.add(interval(hour, hour + 1))
  expect(coverage.list()).toEqual([{ from: 0, to: 9000, label: 'VERIFIED', codes: [], digests: 9000 }])
})

it('lets the worst label win, and leaves nothing open', () => {
  const coverage = new Coverage([interval(2, 6), interval(4, 8, 'INVALID'), interval(10, 12)])
  expect(coverage.segments(0, 11).map(({ from, to, label, digests }) => [from, to, label, digests])).toEqual([
    [0, 2, 'UNCOVERED', 0],
    [2, 4, 'VERIFIED', 0],
    [4, 8, 'INVALID', 2],
    [8, 10, 'UNCOVERED', 0],
    [10, 11, 'VERIFIED', 1],
  ])
  expect(coverage.start()).toBe(2)
  expect(new Coverage().segments(0, 5).map(({ label }) => label)).toEqual(['UNCOVERED'])
})

it('orders labels', () => {
  for (const [i, label] of LABELS.entries()) expect(worstOf(label, LABELS[i + 1] ?? label)).toBe(label)
})

const intervals = fc.array(
  fc
    .record({ from: fc.nat(50), length: fc.integer({ min: 1, max: 20 }), label: fc.constantFrom(...LABELS) })
    .map(({ from, length, label }) => interval(from, from + length, label)),
)

it('cuts any range into segments that touch and add up, each second with its worst label', () => {
  fc.assert(
    fc.property(intervals, fc.nat(30), fc.integer({ min: 1, max: 40 }), (list, from, length) => {
      const coverage = new Coverage()
      for (const one of list) coverage.add(one)
      const segments = coverage.segments(from, from + length)
      expect(segments[0]?.from).toBe(from)
      expect(segments.at(-1)?.to).toBe(from + length)
      for (const [i, { to, label }] of segments.entries()) {
        const next = segments[i + 1]
        if (next !== undefined) expect([next.from, next.label === label]).toEqual([to, false])
      }
      for (let second = from; second < from + length; second++) {
        const labels = list.filter((one) => one.from <= second && second < one.to).map(({ label }) => label)
        const worst = labels.length === 0 ? 'UNCOVERED' : labels.reduce(worstOf)
        expect(segments.find((one) => one.from <= second && second < one.to)?.label).toBe(worst)
      }
    }),
  )
})
