import { expect, it } from 'vitest'
import { indexOfRecords, isListName } from '../../src/source/list-names.js'
import { utf8 } from '../support/logs.js'

it.each([
  ['"Records"', true],
  ['"\\u0052ecords"', true],
  ['"Events"', true],
  ['"Messages"', true],
  ['"records"', false],
  ['"Records "', false],
  ['"Records', false],
])('knows the names of lists: %s', (name, is) => {
  const bytes = utf8(`{${name}:[]`)
  expect(isListName(bytes, 1, name.length + 1)).toBe(is)
})

it('finds the name Records where it is spelled without escapes', () => {
  const bytes = utf8('"Record" Records "\\u0052ecords" {"Records":[')
  expect(indexOfRecords(bytes, 0)).toBe(33)
  expect(indexOfRecords(bytes, 34)).toBe(-1)
})
