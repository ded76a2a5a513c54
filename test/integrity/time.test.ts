import { expect, it } from 'vitest'
import { isoOfSeconds, secondsFrom, secondsOf } from '../../src/integrity/time.js'

it('reads the one form that digests have', () => {
  expect(secondsOf('2026-01-01T01:01:31Z')).toBe(1767229291)
  for (const time of ['2026-01-01T01:01:31.000Z', '2026-01-01', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', ''])
    expect(secondsOf(time)).toBe(undefined)
  expect(isoOfSeconds(1767229291)).toBe('2026-01-01T01:01:31Z')
})

it('reads times of callers down to the second', () => {
  expect(secondsFrom(new Date(1999), 'from')).toBe(1)
  expect(secondsFrom('1970-01-02', 'from')).toBe(86_400)
  expect(() => secondsFrom('soon', 'to')).toThrow(new TypeError('to: expected a time, received something else'))
})
