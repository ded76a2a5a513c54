import fc from 'fast-check'
import { parseTimestamp } from 'glue-trail'
import { describe, expect, it } from 'vitest'

describe('the forms of C7', () => {
  it.each<readonly [unknown, string]>([
    ['Jan 22, 2021 12:46:28 AM', '2021-01-22T00:46:28.000Z'],
    ['Jan 22, 2021, 12:46:28 AM', '2021-01-22T00:46:28.000Z'],
    ['Jan 22, 2021, 12:46:28\u202fAM', '2021-01-22T00:46:28.000Z'],
    ['Jan 22, 2021 12:46:28\u202fPM', '2021-01-22T12:46:28.000Z'],
    ['Feb 29, 2024 1:02:03 PM', '2024-02-29T13:02:03.000Z'],
    ['Dec 1, 1999 11:59:59 PM', '1999-12-01T23:59:59.000Z'],
    ['2021-01-22T00:46:28Z', '2021-01-22T00:46:28.000Z'],
    ['2021-01-22T00:46:28.1Z', '2021-01-22T00:46:28.100Z'],
    ['2021-01-22T00:46:28.123Z', '2021-01-22T00:46:28.123Z'],
    ['2021-01-22T00:46:28.123456789Z', '2021-01-22T00:46:28.123Z'],
    ['2021-01-22T00:46:28.999999999Z', '2021-01-22T00:46:28.999Z'],
    ['2021-01-22T00:46:28+0000', '2021-01-22T00:46:28.000Z'],
    ['2021-01-22T00:46:28.5+00:00', '2021-01-22T00:46:28.500Z'],
    ['2021-01-22T02:16:28+0130', '2021-01-22T00:46:28.000Z'],
    ['2021-01-21T23:46:28-0100', '2021-01-22T00:46:28.000Z'],
    ['2021-01-22T00:46:28', '2021-01-22T00:46:28.000Z'],
    ['2021-01-22 00:46:28', '2021-01-22T00:46:28.000Z'],
    ['2021-01-22 00:46:28.123', '2021-01-22T00:46:28.123Z'],
    ['2021-01-22 00:46:28.123456789', '2021-01-22T00:46:28.123Z'],
    ['2021-01-22 00:46:28Z', '2021-01-22T00:46:28.000Z'],
    ['20131102T010628Z', '2013-11-02T01:06:28.000Z'],
    [1611276388123, '2021-01-22T00:46:28.123Z'],
    [1611276388.123, '2021-01-22T00:46:28.123Z'],
    [1611276388.5, '2021-01-22T00:46:28.500Z'],
    [1611276388, '2021-01-22T00:46:28.000Z'],
    [0, '1970-01-01T00:00:00.000Z'],
  ])('%j is %s', (value, iso) => {
    expect(parseTimestamp(value)?.toISOString()).toBe(iso)
  })
})

describe('what is not a time', () => {
  it.each<readonly [unknown]>([
    ['Feb 30, 2021 12:46:28 AM'],
    ['Feb 29, 2023 12:46:28 AM'],
    ['Jan 0, 2021 12:46:28 AM'],
    ['Jan 22, 2021 0:46:28 AM'],
    ['Jan 22, 2021 13:46:28 PM'],
    ['Jan 22, 2021 12:60:28 AM'],
    ['Jan 22, 2021 12:46:28'],
    ['Jan 22, 2021 12:46:28 am'],
    ['Foo 22, 2021 12:46:28 AM'],
    ['Mai 22, 2021 12:46:28 AM'],
    ['2021-02-30T00:46:28Z'],
    ['2021-13-01T00:46:28Z'],
    ['2021-01-22T24:00:00Z'],
    ['2021-01-22T00:46:60Z'],
    ['0050-01-22T00:46:28Z'],
    ['2021-01-22T00:46:28.1234567890Z'],
    ['2021-01-22T00:46:28+2400'],
    ['2021-01-22T00:46:28+0060'],
    ['2021-01-22'],
    ['2021-01-22  00:46:28'],
    ['2021-01-22 00:46'],
    ['1611276388'],
    ['tomorrow'],
    [''],
    ['HIDDEN_DUE_TO_SECURITY_REASONS'],
    ['2'.repeat(1e6)],
    [-1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [1e20],
    [null],
    [undefined],
    [true],
    [{ seconds: 5 }],
    [new Date()],
  ])('%j', (value) => {
    expect(parseTimestamp(value)).toBeUndefined()
  })
})

describe('every time', () => {
  const time = fc.date({ min: new Date(Date.UTC(1973, 3, 1)), max: new Date(Date.UTC(9999, 11, 31)), noInvalidDate: true })
  const same = (write: (date: Date) => unknown, cut: number) =>
    fc.assert(
      fc.property(time, (date) => {
        expect(parseTimestamp(write(date))?.getTime()).toBe(Math.floor(date.getTime() / cut) * cut)
      }),
    )

  it('comes back from milliseconds', () => same((date) => date.getTime(), 1))
  it('comes back from ISO', () => same((date) => date.toISOString(), 1))
  it('comes back from ISO with +0000', () => same((date) => date.toISOString().replace('Z', '+0000'), 1))
  it('comes back from English', () => {
    const english = new Intl.DateTimeFormat('en-US', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    })
    same((date) => english.format(date), 1000)
  })
  it('comes back from seconds with a fraction', () => {
    const recent = fc.date({ min: new Date(0), max: new Date(Date.UTC(2200, 0, 1)), noInvalidDate: true })
    fc.assert(
      fc.property(recent, (date) => {
        expect(parseTimestamp(date.getTime() / 1000)?.getTime()).toBe(date.getTime())
      }),
    )
  })
})
