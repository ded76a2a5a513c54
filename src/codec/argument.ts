/**
 * Errors for arguments of a wrong type, which compilers catch and plain JavaScript does not.
 *
 * @module
 */
import { kindOf } from './kind.js'

/** Returns the error for an argument: the function, what it expected, and the kind of what it received. */
export const wrongArgument = (name: string, expected: string, value: unknown): TypeError =>
  new TypeError(`${name}: expected ${expected}, received ${kindOf(value)}`)

/** Throws where the value is not iterable, or is a string. */
export function requireIterable(name: string, expected: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) throw wrongArgument(name, expected, value)
}

/** Throws where the value is not an object. */
export function requireObject(name: string, expected: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) throw wrongArgument(name, expected, value)
}
