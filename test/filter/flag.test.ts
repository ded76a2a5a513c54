import { expect, it } from 'vitest'
import { everything } from '../../src/filter/field.js'
import { flag } from '../../src/filter/flag.js'

const asked = { test: () => 'NO' as const }
const field = flag('errors', () => asked)
const given = { fields: {}, now: 0 }

it('asks where true, asks nothing where false, and refuses all else', () => {
  expect(field(true, given)).toEqual({ _tag: 'Right', right: asked })
  expect(field(false, given)).toEqual({ _tag: 'Right', right: everything })
  expect(field('true', given)).toEqual({
    _tag: 'Left',
    left: { code: 'WRONG_TYPE', field: 'errors', expected: 'a boolean', received: 'a string' },
  })
})
