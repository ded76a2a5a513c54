import { expect, it } from 'vitest'
import { FirehoseEvent, FirehoseRecord, firehose } from '../../../src/source/envelope/firehose.js'
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

it('has codecs', () => {
  expect(FirehoseEvent.is(firehoseOf('a'))).toBe(true)
  expect(FirehoseEvent.is(firehoseOf(5))).toBe(false)
  expect(FirehoseRecord.is({ recordId: 'r', data: '', approximateArrivalTimestamp: 'x' })).toBe(false)
})
