/**
 * Errors for arguments of a wrong type, which compilers catch and plain JavaScript does not.
 *
 * @module
 */
import { kindOf } from './kind.js'

/** Returns the error for an argument: the function, what it expected, and the kind of what it received. */
export const wrongArgument = (name: string, expected: string, value: unknown): TypeError =>
  new TypeError(`${name}: expected ${expected}, received ${kindOf(value)}`)

/** Returns the error for a name that is not known: a string is repeated, as it is the programmer's own. */
export const wrongName = (name: string, expected: string, value: unknown): TypeError =>
  new TypeError(`${name}: expected ${expected}, received ${typeof value === 'string' ? JSON.stringify(value) : kindOf(value)}`)

/**
 * Returns what a function makes of a result of this package. Where plain JavaScript passes something else, in whole or
 * in part, the error names the function, and its cause is what went wrong. An error that names it stays.
 */
export function madeOf<T>(name: string, expected: string, value: unknown, make: () => T): T {
  try {
    return make()
  } catch (cause) {
    if (cause instanceof TypeError && cause.message.startsWith(`${name}: `)) throw cause
    throw new TypeError(wrongArgument(name, expected, value).message, { cause })
  }
}

/** Throws where the value is not iterable, or is a string. */
export function requireIterable(name: string, expected: string, value: unknown): void {
  requireObject(name, expected, value)
  if (!madeOf(name, expected, value, () => Symbol.iterator in (value as object))) throw wrongArgument(name, expected, value)
}

/** Throws where the options are not an object. Errors that getters of an object throw are passed on. */
export const requireOptions = (name: string, options: unknown): void => requireObject(name, 'an object of options', options)

/** Throws where the value is not an object, or is a revoked proxy. */
export function requireObject(name: string, expected: string, value: unknown): void {
  if (!['an object', 'a list'].includes(kindOf(value))) throw wrongArgument(name, expected, value)
}

/** Returns a limit as a whole number from 1 to the largest, or the default if it is missing or not a number. */
export function within(limit: number | undefined, fallback: number, largest = Number.POSITIVE_INFINITY): number {
  return typeof limit !== 'number' || Number.isNaN(limit) ? fallback : Math.min(Math.max(Math.floor(limit), 1), largest)
}
