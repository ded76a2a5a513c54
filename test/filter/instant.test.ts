import { describe, expect, it } from 'vitest'
import { parseFilterTime } from '../../src/filter/instant.js'

const iso = (time: number | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString())

describe('parseFilterTime', () => {
  const now = Date.UTC(2024, 4, 14, 12)

  it.each([
    ['2024-05-14', '2024-05-14T00:00:00.000Z'],
    ['2024-05-14T06:10', '2024-05-14T06:10:00.000Z'],
    ['2024-05-14T06:10Z', '2024-05-14T06:10:00.000Z'],
    ['2024-05-14T06:10+01:00', '2024-05-14T05:10:00.000Z'],
    ['2024-05-14 06:10:05+01:00', '2024-05-14T05:10:05.000Z'],
    ['2024-05-14T06:10:00.123456789Z', '2024-05-14T06:10:00.123Z'],
    ['20240514T061000Z', '2024-05-14T06:10:00.000Z'],
    ['30m', '2024-05-14T11:30:00.000Z'],
    ['24h', '2024-05-13T12:00:00.000Z'],
    ['7d', '2024-05-07T12:00:00.000Z'],
    ['0m', '2024-05-14T12:00:00.000Z'],
    ['24 h', '2024-05-13T12:00:00.000Z'],
    ['24H', '2024-05-13T12:00:00.000Z'],
    ['1w', '2024-05-07T12:00:00.000Z'],
    ['2 hours ago', '2024-05-14T10:00:00.000Z'],
    ['1 day ago', '2024-05-13T12:00:00.000Z'],
    ['90 minutes', '2024-05-14T10:30:00.000Z'],
    ['now', '2024-05-14T12:00:00.000Z'],
    ['today', '2024-05-14T00:00:00.000Z'],
    ['Yesterday', '2024-05-13T00:00:00.000Z'],
    ['tomorrow', '2024-05-15T00:00:00.000Z'],
  ])('%s is %s', (value, time) => {
    expect(iso(parseFilterTime(value, now))).toBe(time)
  })

  it.each([
    '',
    '24',
    'h',
    '-24h',
    'hours ago',
    '1234567d',
    'next week',
    '2024-5-14',
    '2024-05-32',
    '2024-02-30',
    '2024-05-14T24:00',
    '0'.repeat(100_000),
  ])('%s is not a time', (value) => {
    expect(parseFilterTime(value, now)).toBeUndefined()
  })

  it('has no time ago without a valid now', () => {
    for (const value of ['24h', 'now', 'today']) expect(parseFilterTime(value, Number.NaN)).toBeUndefined()
  })
})
