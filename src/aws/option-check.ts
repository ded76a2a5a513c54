/**
 * Checks of single options: what is missing has a default.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { kindOf } from '../codec/kind.js'
import { OptionError } from './option-error.js'

/** Returns the error of an option, without its value. */
export const invalid = (name: string, expected: string): OptionError => new OptionError('INVALID_OPTION', `${name}: expected ${expected}`)

/** Throws unless it is an object. */
export function checkObject(name: string, value: unknown): void {
  if (kindOf(value) !== 'an object') throw invalid(name, 'an object')
}

/** Throws unless it is a function. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw invalid(name, 'a function')
}

/** Throws unless it is a whole number in a range, or missing. */
export function checkCount(name: string, value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (value === undefined) return
  const range = most === Number.MAX_SAFE_INTEGER ? `at least ${least}` : `from ${least} to ${most}`
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) throw invalid(name, `a whole number, ${range}`)
}

/** Throws unless it is a number, or missing. */
export function checkNumber(name: string, value: unknown): void {
  if (value !== undefined && (typeof value !== 'number' || Number.isNaN(value))) throw invalid(name, 'a number')
}

/** Throws unless it is a string that is not empty. */
export function checkString(name: string, value: unknown, expected: string): void {
  if (typeof value !== 'string' || value === '') throw invalid(name, expected)
}

/** Throws unless it is a list of strings, or missing: `includes` of a string would find parts of words. */
export function checkWords(name: string, value: unknown): void {
  if (value !== undefined && !(Array.isArray(value) && value.every((each) => typeof each === 'string')))
    throw invalid(name, 'a list of strings')
}

/** Throws unless it can act as a client of the SDK, or is missing. */
export function checkClient(name: string, value: unknown): void {
  if (value !== undefined && (!isObject(value) || typeof value.send !== 'function'))
    throw invalid(name, 'a client of the AWS SDK, with `send`')
}

/** Throws unless it can be the URL of a queue. */
export function checkQueueUrl(value: unknown): void {
  if (typeof value !== 'string' || !value.startsWith('http')) throw invalid('queueUrl', 'the URL of a queue')
}
