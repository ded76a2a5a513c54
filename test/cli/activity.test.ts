import { describe, expect, it } from 'vitest'
import { activityOf, addTimeline, countAt, emptyTimeline, type Timeline } from '../../src/cli/activity.js'

/** Two calls at each of these times, one of them failed. */
function calls(...times: ReadonlyArray<string>): Timeline {
  const timeline = emptyTimeline()
  for (const time of times) for (const failed of [true, false]) countAt(timeline, Date.parse(time), failed)
  return timeline
}

describe('activityOf', () => {
  it('is empty without calls', () => {
    expect(activityOf(emptyTimeline(), 10)).toEqual({ minutes: 1, intervals: [] })
  })

  it('is one minute with one call', () => {
    expect(activityOf(calls('2024-05-14T06:10:59Z'), 10)).toEqual({
      minutes: 1,
      intervals: [{ from: new Date('2024-05-14T06:10:00Z'), calls: 2, failed: 1 }],
    })
  })

  it('has intervals without a call', () => {
    const { minutes, intervals } = activityOf(calls('2024-05-14T06:10:00Z', '2024-05-14T06:13:00Z'), 10)
    expect([minutes, intervals.map((interval) => interval.calls)]).toEqual([1, [2, 0, 0, 2]])
  })

  it.each([
    ['2024-05-14T06:20:00Z', 5],
    ['2024-05-14T08:00:00Z', 15],
    ['2024-05-14T14:00:00Z', 60],
    ['2024-05-20T06:00:00Z', 24 * 60],
    ['2024-07-01T06:00:00Z', 7 * 24 * 60],
    ['2034-05-14T06:00:00Z', 364 * 24 * 60],
  ])('until %s are intervals of %i minutes, and no call is lost', (last, length) => {
    const { minutes, intervals } = activityOf(calls('2024-05-14T06:07:00Z', '2024-05-14T06:16:00Z', last), 11)
    expect(minutes).toBe(length)
    expect(intervals.length).toBeLessThanOrEqual(11)
    expect(intervals.reduce((sum, interval) => sum + interval.calls, 0)).toBe(6)
    expect(intervals[0]?.from.getTime()).toBeLessThanOrEqual(Date.parse('2024-05-14T06:07:00Z'))
  })

  it('has few intervals also for times far apart', () => {
    const { intervals } = activityOf(calls('1970-01-01T00:00:00Z', '2024-05-14T06:07:00Z', '9999-12-31T23:59:59Z'), 31)
    expect(intervals.length).toBeLessThanOrEqual(31)
    expect(intervals.reduce((sum, interval) => sum + interval.calls, 0)).toBe(6)
  })
})

describe('a timeline', () => {
  it('stays small, whatever times are counted', () => {
    const timeline = emptyTimeline()
    for (let i = 0; i < 20_000; i++) countAt(timeline, i * 86_400_000 * 100, false)
    expect(timeline.counts.size).toBeLessThanOrEqual(4096)
    expect([...timeline.counts.values()].reduce((sum, count) => sum + count.calls, 0)).toBe(20_000)
  })

  it('reports the same after it changed to longer intervals', () => {
    const timeline = emptyTimeline()
    const minutes = new Map<number, number>()
    for (let i = 0; i < 10_000; i++) {
      const minute = (i * 7919) % 50_000
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
      countAt(timeline, minute * 60_000, false)
    }
    expect(timeline.minutes).toBeGreaterThan(1)
    const exact = { minutes: 1, counts: new Map([...minutes].map(([minute, sum]) => [minute, { calls: sum, failed: 0 }])) }
    expect(activityOf(timeline, 31)).toEqual(activityOf(exact, 31))
  })

  it('adds what another counted, in intervals of any length', () => {
    const long = emptyTimeline()
    for (let i = 0; i < 5000; i++) countAt(long, i * 60_000, true)
    for (const [one, other] of [
      [calls('1970-01-02T00:00:00Z'), long],
      [structuredClone(long), calls('1970-01-02T00:00:00Z')],
    ] as const) {
      addTimeline(one, other)
      expect([...one.counts.values()].reduce((sum, count) => sum + count.calls, 0)).toBe(5002)
    }
  })
})
