import { expect, it } from 'vitest'
import { formatMessageFailure } from '../../src/aws/message-failure.js'

it('is one line', () => {
  expect(formatMessageFailure({ code: 'QUEUE_FAILED', received: 'QueueDoesNotExist' })).toBe('queue: queue failed: QueueDoesNotExist')
  expect(formatMessageFailure({ code: 'HANDLER_FAILED', messageId: 'm1', received: 'Error' })).toBe('message m1: handler failed: Error')
  expect(formatMessageFailure({ code: 'UNREADABLE_MESSAGE', messageId: '', received: 'x' })).toBe(
    'message without a name: unreadable message: x',
  )
})

it('cannot be made two lines, or long, by a key', () => {
  const object = { bucket: 'b\u001b[31m', key: `a\nb/${'x'.repeat(5000)}` }
  const line = formatMessageFailure({ code: 'BUCKET_NOT_ALLOWED', messageId: 'm\r1', object, received: 'another bucket' })
  expect(line).toBe(`message m\\u000d1, object s3://b\\u001b[31m/a\\u000ab/${'x'.repeat(63)}…: bucket not allowed: another bucket`)
})
