import { expect, it } from 'vitest'
import { formatFilterIssues } from '../../src/filter/issue.js'

it('prints the field, the place among its values, and no value', () => {
  expect(
    formatFilterIssues([
      { code: 'WRONG_TYPE', field: '', expected: 'an object of fields', received: 'null' },
      { code: 'WRONG_TYPE', field: 'errors', expected: 'a boolean', received: 'a string' },
      { code: 'EMPTY', field: 'api', index: 0, expected: 'at least one character', received: 'an empty string' },
    ]),
  ).toEqual([
    'expected an object of fields, received null',
    'errors: expected a boolean, received a string',
    'api[0]: expected at least one character, received an empty string',
  ])
  expect(formatFilterIssues([])).toEqual([])
})
