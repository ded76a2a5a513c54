import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['a failure', { ...glueCall, errorCode: 'EntityNotFoundException' }, 'YES'],
  ['a denied call', { ...glueCall, errorCode: 'AccessDenied', requestParameters: null }, 'YES'],
  ['a failure without code', { ...glueCall, errorMessage: 'it did not work' }, 'YES'],
  ['success', glueCall, 'NO'],
  ['success that says null', { ...glueCall, errorCode: null, errorMessage: null }, 'NO'],
  ['a code of another type', { ...glueCall, errorCode: 5 }, 'YES'],
  ['a code of another type beside a message', { ...glueCall, errorCode: 5, errorMessage: 'it did not work' }, 'YES'],
  ['an unusual rate of errors', { ...insight, insightDetails: { insightType: 'ApiErrorRateInsight' } }, 'YES'],
  ['an unusual rate of one error', { ...insight, insightDetails: { errorCode: 'AccessDenied' } }, 'YES'],
  ['an unusual rate of errors in an event data store', { ...insight, insightType: 'ApiErrorRateInsight' }, 'YES'],
  ['an unusual rate of calls', { ...insight, insightDetails: { insightType: 'ApiCallRateInsight' } }, 'UNKNOWN'],
  ['an Insights record that does not say', insight, 'UNKNOWN'],
  ['counts of calls', aggregated, 'UNKNOWN'],
])('errors: %s', (_, record, verdict) => {
  expect(verdictOf({ errors: true }, record)).toBe(verdict)
  expect(verdictOf({ errors: false }, record)).toBe('YES')
})

it('leaves nothing to the index, and takes a boolean alone', () => {
  expect(predicateOf({ errors: true }).index).toBeUndefined()
  expect(issuesOfFilter({ errors: 1 })).toEqual(['errors: expected a boolean, received a number'])
})
