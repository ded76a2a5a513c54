import { expect, it } from 'vitest'
import { plural } from '../../src/cli/plural.js'

it('is one file, and two files', () => {
  expect([0, 1, 2].map((number) => plural(number, 'file'))).toEqual(['0 files', '1 file', '2 files'])
})
