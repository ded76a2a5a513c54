import { expect, it } from 'vitest'
import { issuesOfFilter, verdictOf } from '../../support/filter.js'
import { glueCall, otherServiceCall } from '../../support/records.js'

it.each([
  ['a write', { ...glueCall, readOnly: false }, 'yes'],
  ['a write by its access level', glueCall, 'yes'],
  ['a read', { ...glueCall, readOnly: 'true' }, 'no'],
  ['a read by its access level', { ...glueCall, eventName: 'GetTables' }, 'no'],
  ['a call that does not tell', otherServiceCall, 'unknown'],
])('writes: %s', (_, record, verdict) => {
  expect(verdictOf({ writes: true }, record)).toBe(verdict)
  expect(verdictOf({ writes: false }, record)).toBe('yes')
})

it('asks nothing beside reads, and takes a boolean alone', () => {
  expect(verdictOf({ writes: true, reads: true }, otherServiceCall)).toBe('yes')
  expect(issuesOfFilter({ writes: null })).toEqual(['writes: expected a boolean, received null'])
})
