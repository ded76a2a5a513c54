import { describe, expect, it } from 'vitest'
import { byTime, RowOrder } from '../../src/cli/row-order.js'

const NONE = Number.POSITIVE_INFINITY

/** Returns the times in the order of a window, and how many are misplaced. */
function ordered(times: ReadonlyArray<number>, window?: number) {
  const order = new RowOrder<{ readonly time: number; readonly index: number }>(window)
  const rows = times.map((time, index) => ({ time, index }))
  const taken = [...rows.flatMap((row) => order.add(row)), ...order.end()]
  return { times: taken.map(({ time }) => time), indices: taken.map(({ index }) => index), misplaced: order.misplaced }
}

describe('rows', () => {
  it('are sorted by time; those of the same time keep their order, and those without a time come last', () => {
    expect(ordered([2, NONE, 1, NONE, 2])).toEqual({ times: [1, 2, 2, NONE, NONE], indices: [2, 0, 4, 1, 3], misplaced: 0 })
  })

  it('are in order where each is at most a window away from its place', () => {
    const times = Array.from({ length: 1000 }, (_, i) => i ^ 7)
    expect(ordered(times, 8)).toMatchObject({ times: times.toSorted((a, b) => a - b), misplaced: 0 })
  })

  it('are counted where the window is too small', () => {
    // The first two of four come when the window is full.
    expect(ordered([5, 6, 7, 8, 1, 6, 9, NONE], 2)).toMatchObject({ times: [5, 6, 1, 6, 7, 8, 9, NONE], misplaced: 1 })
  })

  it('without a time are never misplaced, and misplace none', () => {
    expect(ordered([NONE, NONE, NONE, NONE, 1, 2], 1)).toMatchObject({ misplaced: 0 })
  })

  it('are all returned once, and at most two windows are held', () => {
    const times = Array.from({ length: 997 }, (_, i) => (i * 7919) % 997)
    const order = new RowOrder(10)
    let taken = 0
    for (const [i, time] of times.entries()) {
      taken += order.add({ time }).length
      expect(i + 1 - taken).toBeLessThan(20)
    }
    expect(taken + order.end().length).toBe(times.length)
    expect(ordered(times, 10).indices.toSorted((a, b) => a - b)).toEqual(times.map((_, i) => i))
    expect(ordered(times, 10).misplaced).toBeGreaterThan(0)
  })
})

it('byTime compares', () => {
  expect([byTime({ time: 1 }, { time: 2 }), byTime({ time: NONE }, { time: 2 }), byTime({ time: NONE }, { time: NONE })]).toEqual([
    -1, 1, 0,
  ])
})
