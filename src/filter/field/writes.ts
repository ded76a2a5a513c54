/**
 * `writes`: calls that change something.
 *
 * @module
 */
import { not } from '../combine.js'
import { everything, type Field } from '../field.js'
import { flag } from '../flag.js'
import { isRead } from '../mode.js'

/** Calls that change something. Every call reads or writes, so that with `reads` beside it nothing is asked. */
export const writes: Field = /* @__PURE__ */ flag('writes', ({ fields }) => (fields.reads === true ? everything : not({ test: isRead })))
