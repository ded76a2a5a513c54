import { expect, it } from 'vitest'
import { FILTER_FIELDS } from '../../src/cli/filter-fields.js'
import { FILTER_FIELD_NAMES } from '../../src/filter/field-names.js'
import { issuesOfFilter } from '../support/filter.js'

const SAMPLE = { PATTERNS: '*', KINDS: 'athena', TIME: '2024-05-14', FLAG: true } as const

it('is the language: each field takes what its row says', () => {
  expect(Object.keys(FILTER_FIELDS)).toEqual(FILTER_FIELD_NAMES)
  for (const name of FILTER_FIELD_NAMES) {
    expect(issuesOfFilter({ [name]: SAMPLE[FILTER_FIELDS[name].takes] })).toEqual([])
    expect(issuesOfFilter({ [name]: 5 })).toHaveLength(1)
  }
})

it('lists the choices of a field that takes kinds', () => {
  expect(issuesOfFilter({ via: FILTER_FIELDS.via.choices })).toEqual([])
})
