import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['eu-central-1', glueCall, 'YES'],
  [['us-east-1', 'eu-*'], glueCall, 'YES'],
  ['eu-central-?', insight, 'YES'],
  ['us-east-1', aggregated, 'NO'],
  ['EU-CENTRAL-1', glueCall, 'NO'],
  ['eu-central-1', { ...glueCall, awsRegion: undefined }, 'UNKNOWN'],
  ['eu-central-1', { ...glueCall, awsRegion: 5 }, 'UNKNOWN'],
  ['eu-central-1', { ...glueCall, awsRegion: '***' }, 'UNKNOWN'],
])('region %j of %j: %s', (region, record, verdict) => {
  expect(verdictOf({ region }, record)).toBe(verdict)
})

it('leaves nothing to the index, and takes strings only', () => {
  expect(predicateOf({ region: 'eu-central-1' }).index).toBeUndefined()
  expect(issuesOfFilter({ region: true })).toEqual(['region: expected a string or a list of strings, received a boolean'])
})
