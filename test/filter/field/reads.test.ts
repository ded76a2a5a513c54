import { expect, it } from 'vitest'
import { issuesOfFilter, verdictOf } from '../../support/filter.js'
import { glueCall, otherServiceCall } from '../../support/records.js'

it.each([
  ['a read', { ...glueCall, readOnly: true }, 'yes'],
  ['a write', { ...glueCall, readOnly: 'false' }, 'no'],
  ['a write by its access level', glueCall, 'no'],
  ['a call that does not tell', otherServiceCall, 'unknown'],
  ['a member of another type', { ...glueCall, readOnly: {} }, 'unknown'],
])('reads: %s', (_, record, verdict) => {
  expect(verdictOf({ reads: true }, record)).toBe(verdict)
  expect(verdictOf({ reads: false }, record)).toBe('yes')
})

it('asks nothing beside writes, and takes a boolean alone', () => {
  expect(verdictOf({ reads: true, writes: true }, otherServiceCall)).toBe('yes')
  expect(verdictOf({ reads: true, writes: false }, otherServiceCall)).toBe('unknown')
  expect(issuesOfFilter({ reads: 'yes', writes: true })).toEqual(['reads: expected a boolean, received a string'])
})
