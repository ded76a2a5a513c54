import { expect, it } from 'vitest'
import { issuesOfFilter, verdictOf } from '../../support/filter.js'
import { glueCall, otherServiceCall } from '../../support/records.js'

it.each([
  ['a write', { ...glueCall, readOnly: false }, 'YES'],
  ['a write by its access level', glueCall, 'YES'],
  ['a read', { ...glueCall, readOnly: 'true' }, 'NO'],
  ['a read by its access level', { ...glueCall, eventName: 'GetTables' }, 'NO'],
  ['a call that does not tell', otherServiceCall, 'UNKNOWN'],
])('writes: %s', (_, record, verdict) => {
  expect(verdictOf({ writes: true }, record)).toBe(verdict)
  expect(verdictOf({ writes: false }, record)).toBe('YES')
})

it('asks nothing beside reads, and takes a boolean alone', () => {
  expect(verdictOf({ writes: true, reads: true }, otherServiceCall)).toBe('YES')
  expect(issuesOfFilter({ writes: null })).toEqual(['writes: expected a boolean, received null'])
})
