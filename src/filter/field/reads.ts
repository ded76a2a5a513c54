/**
 * `reads`: calls that change nothing.
 *
 * @module
 */
import { everything, type Field, predicateOf } from '../field.js'
import { flag } from '../flag.js'
import { isRead } from '../mode.js'

/** Calls that change nothing. Every call reads or writes, so that together with `writes` this selects every record. */
export const reads: Field = /* @__PURE__ */ flag((field, { fields }) => (fields.writes === true ? everything : predicateOf(field, isRead)))
