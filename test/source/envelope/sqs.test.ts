import { expect, it } from 'vitest'
import { sqs } from '../../../src/source/envelope/sqs.js'
import { openedAs, sqsOf } from '../../support/envelope.js'

it('is known by its items', () => {
  expect(sqs.is(sqsOf('a'))).toBe(true)
  expect(sqs.is([{ eventSource: 'aws:sqs' }])).toBe(true)
  expect(sqs.is({ Messages: [{ MessageId: '1', Body: '' }] })).toBe(true)
  expect(sqs.is({ Records: [{ eventSource: 'aws:s3' }] })).toBe(false)
  expect(sqs.is({ MessageId: '1' })).toBe(false)
})

it('gives each body as a message', () => {
  expect(openedAs(sqs, { Records: [{ eventSource: 'aws:sqs', messageId: 'a', body: 'x' }, 5] })).toEqual([
    ['inner', 'x', ['Records', 0, 'body'], 'a', undefined],
    ['inner', undefined, ['Records', 1, 'body'], undefined, undefined],
  ])
})

it('takes what ReceiveMessage answers, and one message', () => {
  expect(openedAs(sqs, { Messages: [{ MessageId: 'a', Body: 'x' }] })).toEqual([['inner', 'x', ['Messages', 0, 'Body'], 'a', undefined]])
  expect(openedAs(sqs, { MessageId: 'a', Body: 'x' })).toEqual([['inner', 'x', ['Body'], 'a', undefined]])
})
