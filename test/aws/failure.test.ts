import { expect, it } from 'vitest'
import { failureOf } from '../../src/aws/failure.js'

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
