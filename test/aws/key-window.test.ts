import { describe, expect, it } from 'vitest'
import { dayPath, deliveredAt, HOUR, isWithin, keyWindowOf, presentTime } from '../../src/aws/key-window.js'
import { trailKey } from './protocol/trail.js'

const NOW = Date.UTC(2024, 4, 10)

describe('the window of keys', () => {
  it('starts an hour before the events and ends two days after them', () => {
    expect(keyWindowOf({ from: '2024-05-01', to: '2024-05-02T12:00' }, NOW)).toEqual({
      from: Date.UTC(2024, 3, 30, 23),
      to: Date.UTC(2024, 4, 4, 12),
    })
  })

  it('takes times ago, dates of JavaScript, and another lateness', () => {
    expect(keyWindowOf({ from: '24h', to: new Date(NOW), latenessMs: 0 }, NOW)).toEqual({ from: NOW - 25 * HOUR, to: NOW })
  })

  it('is open where nothing is asked', () => {
    expect(keyWindowOf({}, NOW)).toEqual({})
    expect(isWithin(0, {})).toBe(true)
  })

  it('refuses values that are not times', () => {
    expect(() => keyWindowOf({ from: 'soon' }, NOW)).toThrow('from: expected a date, a date with a time, or a time ago such as 24h')
    expect(() => keyWindowOf({ to: new Date('x') }, NOW)).toThrow(TypeError)
    for (const latenessMs of [Number.NaN, -1, Number.POSITIVE_INFINITY])
      expect(() => keyWindowOf({ latenessMs }, NOW)).toThrow('latenessMs: expected milliseconds, from 0 to 366 days')
  })

  it.each([new Date(-1), new Date(8.64e15), '9999-01-01'])('has no time that no folder has: %s', (to) => {
    expect(() => keyWindowOf({ to }, NOW)).toThrow(expect.objectContaining({ code: 'INVALID_TIME' }))
  })
})

describe('the present time', () => {
  it('is the one that is given', () => expect(presentTime(new Date(NOW))).toBe(NOW))

  it.each([NOW, '2024-05-01', new Date('x'), {}])('is a date: not %s', (now) => {
    expect(() => presentTime(now)).toThrow('now: expected a `Date`')
  })

  it('is of a year that folders have', () => {
    expect(() => presentTime(new Date(-1))).toThrow('now: expected a time between the years 1970 and 9998')
  })
})

describe('a key', () => {
  it('returns when its file was delivered', () => {
    expect(deliveredAt(trailKey(61))).toBe(Date.UTC(2024, 4, 1, 1, 1))
    expect(deliveredAt('a.json')).toBeUndefined()
  })

  it('is within from the begin on, up to the end', () => {
    const window = { from: 10, to: 20 }
    expect([9, 10, 19, 20].map((time) => isWithin(time, window))).toEqual([false, true, true, false])
  })

  it('has the day in its path', () => expect(dayPath(Date.UTC(2024, 0, 2, 23, 59))).toBe('2024/01/02'))
})
