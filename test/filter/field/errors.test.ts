import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['a failure', { ...glueCall, errorCode: 'EntityNotFoundException' }, 'yes'],
  ['a denied call', { ...glueCall, errorCode: 'AccessDenied', requestParameters: null }, 'yes'],
  ['a failure without code', { ...glueCall, errorMessage: 'it did not work' }, 'yes'],
  ['success', glueCall, 'no'],
  ['success that says null', { ...glueCall, errorCode: null, errorMessage: null }, 'no'],
  ['a code of another type', { ...glueCall, errorCode: 5 }, 'unknown'],
  ['a code of another type beside a message', { ...glueCall, errorCode: 5, errorMessage: 'it did not work' }, 'yes'],
  ['an unusual rate of errors', { ...insight, insightDetails: { insightType: 'ApiErrorRateInsight' } }, 'yes'],
  ['an unusual rate of one error', { ...insight, insightDetails: { errorCode: 'AccessDenied' } }, 'yes'],
  ['an unusual rate of errors in an event data store', { ...insight, insightType: 'ApiErrorRateInsight' }, 'yes'],
  ['an unusual rate of calls', { ...insight, insightDetails: { insightType: 'ApiCallRateInsight' } }, 'unknown'],
  ['an Insights record that does not say', insight, 'unknown'],
  ['counts of calls', aggregated, 'unknown'],
])('errors: %s', (_, record, verdict) => {
  expect(verdictOf({ errors: true }, record)).toBe(verdict)
  expect(verdictOf({ errors: false }, record)).toBe('yes')
})

it('leaves nothing to the index, and takes a boolean alone', () => {
  expect(predicateOf({ errors: true }).index).toBeUndefined()
  expect(issuesOfFilter({ errors: 1 })).toEqual(['errors: expected a boolean, received a number'])
})
