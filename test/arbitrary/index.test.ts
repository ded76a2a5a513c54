import { expect, it } from 'vitest'
import * as arbitrary from '../../src/arbitrary/index.js'

it('exports three functions', () => {
  expect(Object.keys(arbitrary).sort()).toEqual(['arbitraryLogFile', 'arbitraryOf', 'arbitraryRecord'])
})
