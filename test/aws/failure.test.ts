import { expect, it } from 'vitest'
import { failureData, failureLine, failureOf } from '../../src/aws/failure.js'

it.each([
  [Object.assign(new Error('The key a/secret does not exist'), { name: 'NoSuchKey' }), 'NoSuchKey'],
  [Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }), 'ECONNRESET'],
  [Object.assign(new Error('slow'), { name: 'TimeoutError', code: 'ETIMEDOUT' }), 'ETIMEDOUT'],
  [Object.assign(new Error('slow'), { name: 'TimeoutError' }), 'TimeoutError'],
  [new Error('a secret'), 'Error'],
  [{ name: 'a name with a secret' }, 'an unknown error'],
  ['a secret', 'an unknown error'],
  [undefined, 'an unknown error'],
])('is a word, never a message: %o', (error, word) => {
  expect(failureOf(error)).toBe(word)
})

it.each([
  [
    Object.assign(new Error('User: arn:aws:iam::123456789012:user/a is not authorized\nto perform: s3:GetObject'), {
      name: 'AccessDenied',
    }),
    'AccessDenied: User: arn:aws:iam::123456789012:user/a is not authorized to perform: s3:GetObject',
  ],
  [
    Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError' }),
    'CredentialsProviderError: Could not load credentials from any providers',
  ],
  [new Error('Region is missing'), 'Region is missing'],
  [Object.assign(new Error('The key a\u001b[2J does not exist'), { name: 'NoSuchKey' }), 'NoSuchKey: The key a\\u001b[2J does not exist'],
  [Object.assign(new Error('CutBody'), { name: 'CutBody' }), 'CutBody'],
  [Object.assign(new Error('  '), { name: 'SlowDown' }), 'SlowDown'],
  [{ message: 7 }, 'an unknown error'],
  [undefined, 'an unknown error'],
])('is a line with the message of the SDK, escaped: %o', (error, line) => {
  expect(failureLine(error)).toBe(line)
})

it('is at most 2,000 characters long', () => {
  expect(failureLine(new Error('x'.repeat(100_000)))).toHaveLength(2000)
})

it('is data with a message where that says more', () => {
  expect(failureData(Object.assign(new Error('slow down'), { name: 'SlowDown' }))).toEqual({
    error: 'SlowDown',
    errorMessage: 'SlowDown: slow down',
  })
  expect(failureData({ name: 'SlowDown' })).toEqual({ error: 'SlowDown' })
})
