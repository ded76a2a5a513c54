import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall } from '../../support/records.js'

it.each([
  ['2024-05-15', glueCall, 'YES'],
  ['2024-05-14T06:10:01Z', glueCall, 'YES'],
  ['2024-05-14T06:10:00Z', glueCall, 'NO'],
  ['2024-05-14', glueCall, 'NO'],
  ['5h', glueCall, 'YES'],
  ['6h', glueCall, 'NO'],
  ['2024-05-15', { ...glueCall, eventTime: null }, 'UNKNOWN'],
  ['2024-05-15', { ...glueCall, eventTime: '2024-05-14' }, 'UNKNOWN'],
  ['2024-05-14T06:15:00Z', aggregated, 'YES'],
  ['2024-05-14T06:12:00Z', aggregated, 'UNKNOWN'],
  ['2024-05-14T06:10:00Z', aggregated, 'NO'],
  ['2024-05-15', { ...aggregated, timeWindow: 'five minutes' }, 'UNKNOWN'],
])('to %s of %j: %s', (to, record, verdict) => {
  expect(verdictOf({ to }, record)).toBe(verdict)
})

it('is the end of the index', () => {
  expect(predicateOf({ from: '2024-05-14', to: '2024-05-15' }).index).toEqual({ from: Date.UTC(2024, 4, 14), to: Date.UTC(2024, 4, 15) })
})

it('refuses values that are not times, and an empty range', () => {
  expect(issuesOfFilter({ to: '' })).toEqual([
    'to: expected a date, a date with a time, or a time ago such as 24h, received an empty string',
  ])
  expect(issuesOfFilter({ from: '2024-05-14', to: '2024-05-14' })).toEqual(['to: expected a time after from, received none after it'])
  expect(issuesOfFilter({ from: '1h', to: '2h' })).toEqual(['to: expected a time after from, received none after it'])
  expect(issuesOfFilter({ from: 'soon', to: '2h' })).toHaveLength(1)
})
