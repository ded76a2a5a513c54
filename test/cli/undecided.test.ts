import { expect, it } from 'vitest'
import { reasonLine, reasonUndecided } from '../../src/cli/undecided.js'
import { glueCall, insight } from '../support/records.js'

it.each([
  ['the request was too large to log', { ...glueCall, requestParameters: { reason: 'x', omitted: 'true', originalSize: '149893' } }],
  ['denied, and the parameters are not logged', { ...glueCall, errorCode: 'AccessDenied', requestParameters: null }],
  ['CloudTrail redacted the request', { ...glueCall, requestParameters: 'HIDDEN_DUE_TO_SECURITY_REASONS' }],
  ['the record lacks what the filter needs', insight],
])('%s', (reason, record) => {
  expect(reasonUndecided(record)).toBe(reason)
})

it.each([
  [
    'resource: requestParameters.tables[3] was omitted for its size',
    { field: 'resource', kind: 'OMITTED', path: ['requestParameters', 'tables', 3] },
  ],
  ['errors: responseElements is not logged', { field: 'errors', kind: 'NOT_LOGGED', path: ['responseElements'] }],
  ['the record does not match the model', { field: '', kind: 'NONCONFORMING', path: [] }],
  ['actor: the record toString', { field: 'actor', kind: 'toString', path: [] }],
  ['resource: ["a\\u001b[2J"] is redacted', { field: 'resource', kind: 'REDACTED', path: ['a\u001b[2J'] }],
])('%s', (line, reason) => {
  expect(reasonLine(reason)).toBe(line)
})
