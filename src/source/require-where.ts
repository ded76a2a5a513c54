/**
 * A check of the filter that readers take.
 *
 * @module
 */
import { wrongArgument } from '../codec/argument.js'
import { isObject } from '../codec/check.js'

/** Throws where the filter of a reader is not a predicate: TypeScript refuses it, plain JavaScript does not. */
export function requireWhere(name: string, where: unknown): void {
  if (where !== undefined && (!isObject(where) || typeof where.test !== 'function'))
    throw wrongArgument(name, '`where` to be a predicate with `test`', where)
}
