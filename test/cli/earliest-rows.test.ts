import { expect, it } from 'vitest'
import { EarliestRows } from '../../src/cli/earliest-rows.js'

function kept(times: ReadonlyArray<number>, most: number) {
  const earliest = new EarliestRows<{ readonly time: number; readonly nth: number }>(most)
  let made = 0
  times.forEach((time, nth) => {
    earliest.add(time, () => {
      made++
      return { time, nth }
    })
  })
  return { rows: earliest.rows().map(({ time, nth }) => [time, nth]), count: earliest.count, made }
}

const LATE = Number.POSITIVE_INFINITY

it('are the first by time, and by arrival where the time is the same, whatever the order', () => {
  const times = Array.from({ length: 2000 }, (_, i) => (i % 50 === 0 ? LATE : (i * 7919) % 97))
  const sorted = times.map((time, nth) => [time, nth] as const).sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1))
  for (const most of [1, 2, 10, 1999, 2000, 3000]) {
    expect(kept(times, most)).toMatchObject({ rows: sorted.slice(0, most), count: 2000 })
  }
})

it('makes no row that is later than those it keeps', () => {
  expect(
    kept(
      Array.from({ length: 10_000 }, (_, i) => i),
      10,
    ).made,
  ).toBe(20)
  expect(kept(new Array<number>(100).fill(LATE), 10).made).toBe(10)
})

it('keeps none of none', () => {
  expect(kept([3, 1, 2], 0)).toEqual({ rows: [], count: 3, made: 1 })
})
