/**
 * `denied`: calls that failed because the caller was not allowed, also in part.
 *
 * @module
 */
import { kindOfRecord } from '../../event/classify.js'
import { memberOf } from '../../event/member-of.js'
import { outcomeOf, wasDenied } from '../../insight/outcome.js'
import { type Decision, type Field, predicateOf } from '../field.js'
import { flag } from '../flag.js'
import { gapAt, NO_CALL, NO_RESPONSE } from '../subject.js'

/** Calls that were denied, and batch calls of which an item was denied. */
export const denied: Field = /* @__PURE__ */ flag((field) => predicateOf(field, decide))

function decide(record: unknown): Decision {
  switch (kindOfRecord(record)) {
    case 'insight':
      // It reports a rate, and is not a call itself.
      return 'NO'
    case 'aggregated':
      return NO_CALL
    default: {
      const outcome = outcomeOf(record)
      if (wasDenied(outcome)) return 'YES'
      const { kind, items } = outcome ?? {}
      if (items !== undefined) return items.some((item) => item.kind === 'UNKNOWN') ? NO_RESPONSE : 'NO'
      // A code settles it; a failure without one may be a denial.
      return kind === 'FAILED' && typeof memberOf(record, 'errorCode') !== 'string' ? gapAt(record, ['errorCode']) : 'NO'
    }
  }
}
