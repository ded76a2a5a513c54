import { describe, expect, it } from 'vitest'
import { activityOf, minuteOf } from '../../src/cli/activity.js'

const at = (time: string): number => minuteOf(Date.parse(time))
const calls = (...times: ReadonlyArray<string>) => new Map(times.map((time) => [at(time), { calls: 2, failed: 1 }]))

describe('activityOf', () => {
  it('is nothing of nothing', () => {
    expect(activityOf(new Map(), 10)).toEqual({ minutes: 1, stretches: [] })
  })

  it('is one minute of one', () => {
    expect(activityOf(calls('2024-05-14T06:10:59Z'), 10)).toEqual({
      minutes: 1,
      stretches: [{ from: new Date('2024-05-14T06:10:00Z'), calls: 2, failed: 1 }],
    })
  })

  it('has stretches without a call', () => {
    const { minutes, stretches } = activityOf(calls('2024-05-14T06:10:00Z', '2024-05-14T06:13:00Z'), 10)
    expect([minutes, stretches.map((stretch) => stretch.calls)]).toEqual([1, [2, 0, 0, 2]])
  })

  it.each([
    ['2024-05-14T06:20:00Z', 5],
    ['2024-05-14T08:00:00Z', 15],
    ['2024-05-14T14:00:00Z', 60],
    ['2024-05-20T06:00:00Z', 24 * 60],
    ['2024-07-01T06:00:00Z', 7 * 24 * 60],
    ['2034-05-14T06:00:00Z', 364 * 24 * 60],
  ])('until %s are stretches of %i minutes, and no call is lost', (last, length) => {
    const { minutes, stretches } = activityOf(calls('2024-05-14T06:07:00Z', '2024-05-14T06:16:00Z', last), 11)
    expect(minutes).toBe(length)
    expect(stretches.length).toBeLessThanOrEqual(11)
    expect(stretches.reduce((sum, stretch) => sum + stretch.calls, 0)).toBe(6)
    expect(stretches[0]?.from.getTime()).toBeLessThanOrEqual(Date.parse('2024-05-14T06:07:00Z'))
  })
})
