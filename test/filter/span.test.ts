import { describe, expect, it } from 'vitest'
import { readTime, spanOf } from '../../src/filter/span.js'
import { eventTimeOf } from '../../src/insight/event-time.js'
import { aggregated, glueCall, insight } from '../support/records.js'

const TIME = Date.UTC(2024, 4, 14, 6, 10)

describe('spanOf', () => {
  it.each([
    ['20240514T061000Z', TIME],
    ['May 14, 2024 06:10:00 AM', TIME],
    ['2024-05-14T06:10:00+0000', TIME],
    [TIME, TIME],
  ])('reads %s as every other reader of times does', (eventTime, start) => {
    expect(spanOf({ ...glueCall, eventTime })).toEqual({ start, end: start + 1 })
    expect(eventTimeOf({ eventTime })).toBe(start)
  })

  it('is a moment for what has a time, a window for aggregated records', () => {
    expect(spanOf(glueCall)).toEqual({ start: TIME, end: TIME + 1 })
    expect(spanOf(insight)).toEqual({ start: TIME, end: TIME + 1 })
    expect(spanOf(aggregated)).toEqual({ start: TIME, end: TIME + 5 * 60_000 })
    expect(spanOf({ ...aggregated, timeWindow: { windowStart: '2024-05-14 06:10:00', windowEnd: '2024-05-14 06:15:00' } })).toEqual({
      start: TIME,
      end: TIME + 5 * 60_000,
    })
  })

  it.each([
    ['no time', { ...glueCall, eventTime: undefined }],
    ['a time of another type', { ...glueCall, eventTime: { at: TIME } }],
    ['a string that is not a time', { ...glueCall, eventTime: 'redacted' }],
    ['a window, but no aggregated record', { ...glueCall, eventTime: null, timeWindow: aggregated.timeWindow }],
    ['no window', { ...aggregated, timeWindow: null }],
    ['a window of another type', { ...aggregated, timeWindow: 'five minutes' }],
    ['a window without an end', { ...aggregated, timeWindow: { windowStart: '2024-05-14T06:10:00Z' } }],
    [
      'a window that ends before it begins',
      { ...aggregated, timeWindow: { windowStart: '2024-05-14T06:10:00Z', windowEnd: '2024-05-14T06:05:00Z' } },
    ],
  ])('is not known: %s', (_, record) => {
    expect(spanOf(record)).toBeUndefined()
  })
})

describe('readTime', () => {
  it('reads strings and dates, and reports everything else', () => {
    expect(readTime('from', '2024-05-14T06:10:00Z', 0)).toEqual({ _tag: 'Right', right: TIME })
    const expected = 'a date, a date with a time, or a time ago such as 24h'
    expect(readTime('from', 'soon', 0)).toEqual({
      _tag: 'Left',
      left: { code: 'NO_TIME', field: 'from', expected, received: 'another string' },
    })
    expect(readTime('to', '', 0)).toEqual({ _tag: 'Left', left: { code: 'NO_TIME', field: 'to', expected, received: 'an empty string' } })
    expect(readTime('to', {}, 0)).toEqual({
      _tag: 'Left',
      left: { code: 'WRONG_TYPE', field: 'to', expected: 'a string or a Date', received: 'an object' },
    })
    expect(readTime('to', new Date(TIME), 0)).toEqual({ _tag: 'Right', right: TIME })
    expect(readTime('to', new Date(Number.NaN), 0)).toEqual({
      _tag: 'Left',
      left: { code: 'NO_TIME', field: 'to', expected: 'a valid Date', received: 'an invalid Date' },
    })
  })
})
