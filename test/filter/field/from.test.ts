import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['2024-05-14', glueCall, 'YES'],
  ['2024-05-14T06:10:00Z', glueCall, 'YES'],
  ['2024-05-14T06:10:01Z', glueCall, 'NO'],
  ['2024-05-14T08:10+02:00', glueCall, 'YES'],
  ['6h', glueCall, 'YES'],
  ['5h', glueCall, 'NO'],
  ['2024-05-15', insight, 'NO'],
  ['2024-05-14', { ...glueCall, eventTime: undefined }, 'UNKNOWN'],
  ['2024-05-14', { ...glueCall, eventTime: 1715667000 }, 'YES'],
  ['2024-05-14', { ...glueCall, eventTime: 'redacted' }, 'UNKNOWN'],
  ['2024-05-14T06:10:00Z', aggregated, 'YES'],
  ['2024-05-14T06:12:00Z', aggregated, 'UNKNOWN'],
  ['2024-05-14T06:15:00Z', aggregated, 'NO'],
  ['2024-05-14', { ...aggregated, timeWindow: undefined }, 'UNKNOWN'],
])('from %s of %j: %s', (from, record, verdict) => {
  expect(verdictOf({ from }, record)).toBe(verdict)
})

it('is the first moment of the index', () => {
  expect(predicateOf({ from: '24h' }).index).toEqual({ from: Date.UTC(2024, 4, 13, 12) })
})

it('refuses values that are not times', () => {
  expect(issuesOfFilter({ from: 'last week' })).toEqual([
    'from: expected a date, a date with a time, or a time ago such as 24h, received another string',
  ])
  expect(issuesOfFilter({ from: 5 })).toEqual(['from: expected a string or a Date, received a number'])
})
