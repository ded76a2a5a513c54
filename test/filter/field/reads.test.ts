import { expect, it } from 'vitest'
import { issuesOfFilter, verdictOf } from '../../support/filter.js'
import { glueCall, otherServiceCall } from '../../support/records.js'

it.each([
  ['a read', { ...glueCall, readOnly: true }, 'YES'],
  ['a write', { ...glueCall, readOnly: 'false' }, 'NO'],
  ['a write by its access level', glueCall, 'NO'],
  ['a call that does not tell', otherServiceCall, 'UNKNOWN'],
  ['a member of another type', { ...glueCall, readOnly: {} }, 'UNKNOWN'],
])('reads: %s', (_, record, verdict) => {
  expect(verdictOf({ reads: true }, record)).toBe(verdict)
  expect(verdictOf({ reads: false }, record)).toBe('YES')
})

it('asks nothing beside writes, and takes a boolean alone', () => {
  expect(verdictOf({ reads: true, writes: true }, otherServiceCall)).toBe('YES')
  expect(verdictOf({ reads: true, writes: false }, otherServiceCall)).toBe('UNKNOWN')
  expect(issuesOfFilter({ reads: 'YES', writes: true })).toEqual(['reads: expected a boolean, received a string'])
})
