import { expect, it } from 'vitest'
import { everything } from '../../src/filter/field.js'
import { flag } from '../../src/filter/flag.js'

const selects = { test: () => 'NO' as const }
const field = flag(() => selects)
const given = { fields: {}, now: 0 }

it('selects where true, selects everything where false, and refuses other types', () => {
  expect(field('errors', true, given)).toEqual({ _tag: 'Right', right: selects })
  expect(field('errors', false, given)).toEqual({ _tag: 'Right', right: everything })
  expect(field('errors', 'true', given)).toEqual({
    _tag: 'Left',
    left: { code: 'WRONG_TYPE', field: 'errors', expected: 'a boolean', received: 'a string' },
  })
})
