import { expect, it } from 'vitest'
import { CHAPTERS } from '../../../src/cli/demo/chapters.js'
import { compileFilter } from '../../../src/filter/filter.js'

it('selects the records of each chapter by a filter that is valid', () => {
  expect(CHAPTERS.map(({ about }) => compileFilter(about)._tag)).toEqual(CHAPTERS.map(() => 'Right'))
})
