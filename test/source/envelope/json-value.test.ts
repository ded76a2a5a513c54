import { describe, expect, it } from 'vitest'
import { endOfString, hasTooManyValues, isBlank, parseValue } from '../../../src/source/envelope/json-value.js'

const MILLION = 1_000_000

/** A list, which is a value too, of so many numbers. */
const numbers = (count: number, blanks = ''): string => `[${`1,${blanks}`.repeat(count - 1)}1]`

describe('the number of values', () => {
  // Each comma and each opening bracket counts.
  it.each([
    ['a million', numbers(MILLION), false],
    ['one more', numbers(MILLION + 1), true],
    ['empty objects', `{"Records":[${'{},'.repeat(MILLION / 2)}{}]}`, true],
    ['brackets that are never closed', '['.repeat(MILLION + 1), true],
    ['one for each 16 characters', `${numbers(2 * MILLION, ' '.repeat(14))}${' '.repeat(13)}`, false],
    ['one for fewer', numbers(2 * MILLION, ' '.repeat(14)), true],
    ['commas and brackets within a string', `["${'[,\\"'.repeat(MILLION)}"]`, false],
    ['values after the first document', `{}${numbers(2 * MILLION)}`, false],
    ['values after a number', `5 ${numbers(2 * MILLION)}`, false],
    ['white space before them', ` \n${numbers(2 * MILLION)}`, true],
  ])('is limited: %s', (_, json, expected) => {
    expect(hasTooManyValues(json)).toBe(expected)
  })

  it('decides whether a string is parsed', () => {
    expect(parseValue(numbers(MILLION))?.value).toHaveLength(MILLION)
    expect(parseValue(numbers(MILLION + 1))).toBeUndefined()
    expect(parseValue('[1')).toBeUndefined()
  })
})

it.each([
  ['"a" 5', 0, 2],
  ['x"\\""', 1, 4],
  ['"open', 0, 5],
])('a string ends at its quote, or with everything: %j', (content, from, end) => {
  expect(endOfString(content, from)).toBe(end)
})

it('white space and a byte order mark are blank', () => {
  expect([...' \t\r\n\uFEFFa"'].map(isBlank)).toEqual([true, true, true, true, true, false, false])
})
