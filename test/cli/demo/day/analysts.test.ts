import { expect, it } from 'vitest'
import { analysts, signIn } from '../../../../src/cli/demo/day/analysts.js'
import { writesOf } from '../../../support/day-part.js'

it('has analysts, who change nothing', () => {
  expect(writesOf(analysts)).toEqual([])
})

it('has a sign-in as root', () => {
  expect(writesOf(signIn)).toEqual([])
})
