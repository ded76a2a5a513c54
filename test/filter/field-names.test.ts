import { expect, it } from 'vitest'
import { FILTER_FIELD_NAMES } from '../../src/filter/field-names.js'
import { FIELDS, type FilterFields } from '../../src/filter/fields.js'

it('are those of the language and of the interface', () => {
  const names: ReadonlyArray<keyof FilterFields> = FILTER_FIELD_NAMES
  expect(names).toEqual(Object.keys(FIELDS))
  expect(names).toHaveLength(14)
})
