/**
 * Fields that are booleans.
 *
 * @module
 */
import { kindOf } from '../codec/kind.js'
import type { RecordPredicate } from '../event/predicate.js'
import { everything, type Field, type Given, read, refused } from './field.js'
import type { FilterFieldName } from './field-names.js'

/** Returns a field that selects where it is true; false is the same as not set. */
export function flag(select: (field: FilterFieldName, given: Given) => RecordPredicate): Field {
  return (field, value, given) => {
    if (typeof value !== 'boolean') return refused({ code: 'WRONG_TYPE', field, expected: 'a boolean', received: kindOf(value) })
    return read(value ? select(field, given) : everything)
  }
}
