import { expect, it } from 'vitest'
import { FILTER_FIELD_NAMES, FILTER_FIELDS } from '../../src/filter/field-table.js'
import { FIELDS, type FilterFields } from '../../src/filter/fields.js'
import { issuesOfFilter } from '../support/filter.js'

const SAMPLE = { PATTERNS: '*', KINDS: 'athena', TIME: '2024-05-14', FLAG: true } as const

it('is the language: each field has a parser, and takes what its row says', () => {
  expect(Object.keys(FIELDS)).toEqual(FILTER_FIELD_NAMES)
  for (const name of FILTER_FIELD_NAMES) {
    expect(issuesOfFilter({ [name]: SAMPLE[FILTER_FIELDS[name].takes] })).toEqual([])
    expect(issuesOfFilter({ [name]: 5 })).toHaveLength(1)
  }
})

it('has the names of the interface', () => {
  const names: ReadonlyArray<keyof FilterFields> = FILTER_FIELD_NAMES
  expect(names).toHaveLength(14)
})

it('lists the choices of a field that takes kinds', () => {
  expect(issuesOfFilter({ via: FILTER_FIELDS.via.choices })).toEqual([])
})
