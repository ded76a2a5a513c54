import { expect, it } from 'vitest'
import { reasonUndecided } from '../../src/cli/undecided.js'
import { glueCall, insight } from '../support/records.js'

it.each([
  ['the request was too large to log', { ...glueCall, requestParameters: { reason: 'x', omitted: 'true', originalSize: '149893' } }],
  ['denied, and the parameters are not logged', { ...glueCall, errorCode: 'AccessDenied', requestParameters: null }],
  ['CloudTrail redacted the request', { ...glueCall, requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
  ['the record lacks what the filter needs', insight],
])('%s', (reason, record) => {
  expect(reasonUndecided(record)).toBe(reason)
})
