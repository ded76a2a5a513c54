import { expect, it } from 'vitest'
import { kafka } from '../../../src/source/envelope/kafka.js'
import { openedAs } from '../../support/envelope.js'

it('gives the value of each record of each partition', () => {
  const event = { eventSource: 'aws:kafka', records: { 't-0': [{ value: 'a' }], 't-1': [{ value: 'b' }], 't-2': 5 } }
  expect(kafka.is(event)).toBe(true)
  expect(openedAs(kafka, event)).toEqual([
    ['message'],
    ['records', []],
    ['data', 'a', ['records', 't-0', 0, 'value']],
    ['data', 'b', ['records', 't-1', 0, 'value']],
  ])
  expect(kafka.is({ ...event, eventSource: 'SelfManagedKafka' })).toBe(true)
  expect(kafka.is({ ...event, eventSource: 'aws:sqs' })).toBe(false)
})
