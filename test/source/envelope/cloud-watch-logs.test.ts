import { expect, it } from 'vitest'
import { cloudWatchLogs } from '../../../src/source/envelope/cloud-watch-logs.js'
import { logsDataOf, logsOf, openedAs } from '../../support/envelope.js'

it('is known encoded and inflated', () => {
  expect(cloudWatchLogs.is(logsOf('a'))).toBe(true)
  expect(cloudWatchLogs.is(logsDataOf('a'))).toBe(true)
  expect(cloudWatchLogs.is({ awslogs: {} })).toBe(false)
  expect(cloudWatchLogs.is({ logEvents: [] })).toBe(false)
})

it('gives the data, then each message', () => {
  expect(openedAs(cloudWatchLogs, { awslogs: { data: 'x' } })).toEqual([['message'], ['data', 'x', ['awslogs', 'data']]])
  expect(openedAs(cloudWatchLogs, logsDataOf('a', 'b'))).toEqual([
    ['message'],
    ['inner', 'a', ['logEvents', 0, 'message']],
    ['inner', 'b', ['logEvents', 1, 'message']],
  ])
  expect(openedAs(cloudWatchLogs, logsDataOf())).toEqual([['message'], ['records', []]])
})

it('names the control message', () => {
  const control = {
    messageType: 'CONTROL_MESSAGE',
    logEvents: [{ id: '', timestamp: 0, message: 'CWL CONTROL MESSAGE: Checking health.' }],
  }
  expect(openedAs(cloudWatchLogs, control)).toEqual([['message'], ['notice', 'CONTROL_MESSAGE']])
})
