import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { glueCall, insight } from '../../support/records.js'

const omitted = { reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }

it.each([
  ['a password', { ...glueCall, requestParameters: { jobName: 'nightly', arguments: { '--password': 'hunter2' } } }, 'YES'],
  ['a mark', { ...glueCall, requestParameters: { jobName: 'nightly', arguments: 'HIDDEN_DUE_TO_SECURITY_REASONS' } }, 'NO'],
  ['nothing of the kind', glueCall, 'NO'],
  ['an Insights record', insight, 'NO'],
  ['an omitted request', { ...glueCall, requestParameters: omitted }, 'UNKNOWN'],
  ['an omitted response', { ...glueCall, responseElements: omitted }, 'UNKNOWN'],
])('exposed: %s', (_, record, verdict) => {
  expect(verdictOf({ exposed: true }, record)).toBe(verdict)
  expect(verdictOf({ exposed: false }, record)).toBe('YES')
})

it('leaves nothing to the index, and takes a boolean alone', () => {
  expect(predicateOf({ exposed: true }).index).toBeUndefined()
  expect(issuesOfFilter({ exposed: 1 })).toEqual(['exposed: expected a boolean, received a number'])
})
