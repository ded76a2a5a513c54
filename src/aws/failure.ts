/**
 * Names errors by their code: messages of the SDK repeat keys, ids of requests and hosts.
 *
 * @module
 */
import { isObject } from '../codec/check.js'

/** Names that mean nothing without the system's code. */
const VAGUE: ReadonlyArray<unknown> = ['Error', 'TypeError', 'TimeoutError', 'UnknownError', '']

const WORD = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/

/** Returns S3's or SQS's name of an error such as `NoSuchKey` or `AccessDenied`, or the system's code such as `ECONNRESET`. */
export function failureOf(error: unknown): string {
  // Of an error, the name is often its class's.
  const { name, code } = isObject(error) ? error : {}
  const words = VAGUE.includes(name) ? [code, name] : [name, code]
  return words.find((word): word is string => typeof word === 'string' && WORD.test(word)) ?? 'an unknown error'
}
