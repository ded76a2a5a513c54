/**
 * Names errors by their code, for programs, and with the SDK's own message, for people.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { printableUpTo } from '../codec/path.js'

/** Names that mean nothing without the system's code. */
const VAGUE: ReadonlyArray<unknown> = ['Error', 'TypeError', 'TimeoutError', 'UnknownError', '']

const WORD = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/

/**
 * Returns S3's or SQS's name of an error such as `NoSuchKey` or `AccessDenied`, or the system's code such as
 * `ECONNRESET`.
 */
export function failureOf(error: unknown): string {
  // Of an error, the name is often its class's.
  const { name, code } = isObject(error) ? error : {}
  const words = VAGUE.includes(name) ? [code, name] : [name, code]
  return words.find((word): word is string => typeof word === 'string' && WORD.test(word)) ?? 'an unknown error'
}

/** No message of the SDK is longer; one that names a resource may hold a key of 1,024 bytes. */
const LONGEST = 2000

/**
 * Returns an error on one line, as the SDK describes it:
 * `AccessDenied: User: arn:aws:... is not authorized to perform: s3:GetObject`. Such messages name callers, buckets and
 * keys, never a value of a record.
 */
export function failureLine(error: unknown): string {
  const word = failureOf(error)
  const { message } = isObject(error) ? error : {}
  if (typeof message !== 'string') return word
  const line = printableUpTo(message.trim().replaceAll('\n', ' '), LONGEST)
  if (line === '' || line === word) return word
  return VAGUE.includes(word) ? line : `${word}: ${line}`
}

/** An error as data: its code, and the line that describes it, where that says more. */
export interface FailureData {
  readonly error: string
  readonly errorMessage?: string
}

/** Returns an error as data. */
export function failureData(error: unknown): FailureData {
  const word = failureOf(error)
  const line = failureLine(error)
  return line === word ? { error: word } : { error: word, errorMessage: line }
}
