import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['a code that says so', { ...glueCall, errorCode: 'AccessDenied' }, 'yes'],
  ['a message that says so', { ...glueCall, errorMessage: 'User: a is not authorized to perform: glue:GetTable on resource: b' }, 'yes'],
  ['another code', { ...glueCall, errorCode: 'EntityNotFoundException' }, 'no'],
  ['success', glueCall, 'no'],
  ['a failure without code', { ...glueCall, errorMessage: 'it did not work' }, 'unknown'],
  ['a code of another type', { ...glueCall, errorCode: 5 }, 'unknown'],
  ['an unusual rate of errors', { ...insight, insightDetails: { insightType: 'ApiErrorRateInsight' } }, 'unknown'],
  ['counts of calls', aggregated, 'unknown'],
])('denied: %s', (_, record, verdict) => {
  expect(verdictOf({ denied: true }, record)).toBe(verdict)
  expect(verdictOf({ denied: false }, record)).toBe('yes')
})

it('leaves nothing to the index, and takes a boolean alone', () => {
  expect(predicateOf({ denied: true }).index).toBeUndefined()
  expect(issuesOfFilter({ denied: 'yes' })).toEqual(['denied: expected a boolean, received a string'])
})
