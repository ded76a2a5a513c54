/**
 * `denied`: calls that failed because the caller was not allowed.
 *
 * @module
 */
import { memberOf } from '../../event/marks.js'
import type { Verdict } from '../../event/predicate.js'
import { isDenied } from '../../insight/denial.js'
import type { Field } from '../field.js'
import { flag } from '../flag.js'
import { hasFailed } from './errors.js'

/** Calls that were denied. */
export const denied: Field = /* @__PURE__ */ flag('denied', () => ({ test: wasDenied }))

/** Another code settles it. A failure without a code may be a denial, and an unusual rate of errors may be one of denials. */
function wasDenied(record: unknown): Verdict {
  if (isDenied(record)) return 'YES'
  if (typeof memberOf(record, 'errorCode') === 'string') return 'NO'
  return hasFailed(record) === 'NO' ? 'NO' : 'UNKNOWN'
}
