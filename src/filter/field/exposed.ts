/**
 * `exposed`: calls whose record shows a secret.
 *
 * @module
 */

import { memberOf } from '../../event/member-of.js'
import { isOmitted, OMITTABLE } from '../../event/omitted.js'
import { sensitiveIn } from '../../insight/sensitive.js'
import { type Decision, type Field, predicateOf } from '../field.js'
import { flag } from '../flag.js'

/** Records in which a rule of `sensitiveIn` finds a secret. */
export const exposed: Field = /* @__PURE__ */ flag((field) => predicateOf(field, decide))

function decide(record: unknown): Decision {
  if (sensitiveIn(record).some(({ state }) => state === 'EXPOSED')) return 'YES'
  const omitted = OMITTABLE.find((member) => isOmitted(memberOf(record, member)))
  return omitted === undefined ? 'NO' : { path: [omitted], kind: 'OMITTED' }
}
