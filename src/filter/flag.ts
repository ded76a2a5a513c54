/**
 * Fields that are asked for or not.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import type { RecordPredicate } from '../event/predicate.js'
import { everything, type Field, type Given, read, refused } from './field.js'

/** A field that asks for something where it is true; false is as good as absent. */
export function flag(field: string, asked: (given: Given) => RecordPredicate): Field {
  return (value, given) => {
    if (typeof value !== 'boolean') return refused({ code: 'WRONG_TYPE', field, expected: 'a boolean', received: kindOf(value) })
    return read(value ? asked(given) : everything)
  }
}
