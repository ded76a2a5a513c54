import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, timeOf } from '../../src/filter/instant.js'

const iso = (time: number | undefined): string | undefined => (time === undefined ? undefined : new Date(time).toISOString())

describe('instantOf', () => {
  it.each([
    ['2024-05-14T06:10:00Z', '2024-05-14T06:10:00.000Z'],
    ['2024-05-14 06:10:00', '2024-05-14T06:10:00.000Z'],
    ['2024-05-14 06:10:00.5', '2024-05-14T06:10:00.500Z'],
    ['2024-05-14T06:10:00.123456789Z', '2024-05-14T06:10:00.123Z'],
    ['2024-05-14T06:10:00+0200', '2024-05-14T04:10:00.000Z'],
    ['2024-05-14T06:10:00-05:30', '2024-05-14T11:40:00.000Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
  ])('%s is %s', (text, time) => {
    expect(iso(instantOf(text))).toBe(time)
  })

  it.each([
    '2024-05-14',
    '2024-05-14T06:10Z',
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-05-14T24:00:00Z',
    '2024-05-14T06:60:00Z',
    '2024-05-14T06:10:00+24:00',
    '0099-05-14T06:10:00Z',
    '2024-05-14T06:10:00Zx',
    '20240514T061000Z',
    'redacted',
    '',
    `${'0'.repeat(100_000)}`,
    1715667000000,
    null,
    undefined,
    {},
  ])('%s is no time', (value) => {
    expect(instantOf(value)).toBeUndefined()
  })

  it('is what Date.parse says of every moment', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }), (date) => {
        expect(instantOf(date.toISOString())).toBe(date.getTime())
      }),
      { seed: 20240514 },
    )
  })
})

describe('timeOf', () => {
  const now = Date.UTC(2024, 4, 14, 12)

  it.each([
    ['2024-05-14', '2024-05-14T00:00:00.000Z'],
    ['2024-05-14T06:10', '2024-05-14T06:10:00.000Z'],
    ['2024-05-14 06:10:05+01:00', '2024-05-14T05:10:05.000Z'],
    ['30m', '2024-05-14T11:30:00.000Z'],
    ['24h', '2024-05-13T12:00:00.000Z'],
    ['7d', '2024-05-07T12:00:00.000Z'],
    ['0m', '2024-05-14T12:00:00.000Z'],
  ])('%s is %s', (text, time) => {
    expect(iso(timeOf(text, now))).toBe(time)
  })

  it.each(['', '24', 'h', '24 h', '-24h', '1w', '24H', '1234567d', 'yesterday', '2024-5-14', '2024-05-32'])('%s is no time', (text) => {
    expect(timeOf(text, now)).toBeUndefined()
  })

  it('knows no time ago where now is none', () => {
    expect(timeOf('24h', Number.NaN)).toBeUndefined()
  })
})
