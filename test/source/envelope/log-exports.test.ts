import { expect, it } from 'vitest'
import { logExports } from '../../../src/source/envelope/log-exports.js'
import { openedAs } from '../../support/envelope.js'

const event = { timestamp: 5, message: 'a' }

it('gives each message of filter-log-events and get-log-events', () => {
  expect(logExports.is({ events: [event], nextForwardToken: 'f' })).toBe(true)
  expect(openedAs(logExports, { events: [event] })).toEqual([['message'], ['inner', 'a', ['events', 0, 'message']]])
  expect(openedAs(logExports, { events: [] })).toEqual([['message'], ['records', []]])
  expect(openedAs(logExports, event)).toEqual([['message'], ['inner', 'a', ['message']]])
})

it('gives the message of each row of Insights', () => {
  const row = { '@timestamp': '2024', '@message': 'a' }
  expect(logExports.is([row])).toBe(true)
  expect(openedAs(logExports, [row])).toEqual([['message'], ['inner', 'a', [0, '@message']]])
  expect(openedAs(logExports, row)).toEqual([['message'], ['inner', 'a', ['@message']]])
})

it('gives the message of each row of get-query-results', () => {
  const results = [
    [
      { field: '@timestamp', value: '2024' },
      { field: '@message', value: 'a' },
    ],
    [{ field: '@ptr', value: 'p' }],
  ]
  expect(logExports.is({ results, status: 'Complete' })).toBe(true)
  expect(openedAs(logExports, { results })).toEqual([
    ['message'],
    ['inner', 'a', ['results', 0, '@message']],
    ['inner', undefined, ['results', 1, '@message']],
  ])
})

it.each([{ events: [{ message: 'a' }] }, { results: [5] }, { message: 'a' }, 5])('is nothing else: %j', (value) => {
  expect(logExports.is(value)).toBe(false)
})
