import { expect, it } from 'vitest'
import { issuesOfFilter, predicateOf, verdictOf } from '../../support/filter.js'
import { aggregated, glueCall, insight } from '../../support/records.js'

it.each([
  ['a code that says so', { ...glueCall, errorCode: 'AccessDenied' }, 'YES'],
  ['a message that says so', { ...glueCall, errorMessage: 'User: a is not authorized to perform: glue:GetTable on resource: b' }, 'YES'],
  ['another code', { ...glueCall, errorCode: 'EntityNotFoundException' }, 'NO'],
  ['success', glueCall, 'NO'],
  ['a failure without code', { ...glueCall, errorMessage: 'it did not work' }, 'UNKNOWN'],
  ['a code of another type', { ...glueCall, errorCode: 5 }, 'UNKNOWN'],
  ['an unusual rate of errors', { ...insight, insightDetails: { insightType: 'ApiErrorRateInsight' } }, 'NO'],
  ['counts of calls', aggregated, 'UNKNOWN'],
])('denied: %s', (_, record, verdict) => {
  expect(verdictOf({ denied: true }, record)).toBe(verdict)
  expect(verdictOf({ denied: false }, record)).toBe('YES')
})

it('leaves nothing to the index, and takes a boolean alone', () => {
  expect(predicateOf({ denied: true }).index).toBeUndefined()
  expect(issuesOfFilter({ denied: 'YES' })).toEqual(['denied: expected a boolean, received a string'])
})
