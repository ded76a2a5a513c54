/**
 * `reads`: calls that change nothing.
 *
 * @module
 */
import { everything, type Field } from '../field.js'
import { flag } from '../flag.js'
import { isRead } from '../mode.js'

/** Calls that change nothing. Every call reads or writes, so that with `writes` beside it nothing is asked. */
export const reads: Field = /* @__PURE__ */ flag('reads', ({ fields }) => (fields.writes === true ? everything : { test: isRead }))
