import { expect, it } from 'vitest'
import { kinesis } from '../../../src/source/envelope/kinesis.js'
import { kinesisOf, openedAs } from '../../support/envelope.js'

it('is known by its records', () => {
  expect(kinesis.is(kinesisOf('a'))).toBe(true)
  expect(kinesis.is({ Records: [{ kinesis: {} }] })).toBe(false)
})

it('gives each as a message', () => {
  expect(openedAs(kinesis, kinesisOf('a'))).toEqual([['data', 'a', ['Records', 0, 'kinesis', 'data'], 's0']])
})

it('reads what EventBridge Pipes delivers', () => {
  const record = { eventSource: 'aws:kinesis', sequenceNumber: '7', data: 'a' }
  expect(openedAs(kinesis, [record])).toEqual([['data', 'a', [0, 'data'], '7']])
})
