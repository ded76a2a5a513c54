/**
 * `writes`: calls that change something.
 *
 * @module
 */
import { everything, type Field, predicateOf } from '../field.js'
import { flag } from '../flag.js'
import { isRead } from '../mode.js'

/** Calls that change something. Every call reads or writes, so that together with `reads` this selects every record. */
export const writes: Field = /* @__PURE__ */ flag((field, { fields }) => {
  if (fields.reads === true) return everything
  return predicateOf(field, (record) => {
    const decision = isRead(record)
    return decision === 'YES' ? 'NO' : decision === 'NO' ? 'YES' : decision
  })
})
