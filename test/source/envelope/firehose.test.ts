import { expect, it } from 'vitest'
import { firehose } from '../../../src/source/envelope/firehose.js'
import { firehoseOf, openedAs } from '../../support/envelope.js'

it('is known by its records', () => {
  expect(firehose.is(firehoseOf('a'))).toBe(true)
  expect(firehose.is({ records: [{ data: 'a' }] })).toBe(false)
})

it('gives each as a message', () => {
  expect(openedAs(firehose, firehoseOf('a', 'b'))).toEqual([
    ['data', 'a', ['records', 0, 'data'], 'r0'],
    ['data', 'b', ['records', 1, 'data'], 'r1'],
  ])
})
