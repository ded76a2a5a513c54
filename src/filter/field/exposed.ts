/**
 * `exposed`: calls whose record shows a secret.
 *
 * @module
 */
import { isOmitted, memberOf } from '../../event/marks.js'
import type { RecordPredicate, Verdict } from '../../event/predicate.js'
import { sensitiveIn } from '../../insight/sensitive.js'
import type { Field } from '../field.js'
import { flag } from '../flag.js'

/** Records in which one of the rules of `sensitiveIn` finds a secret. */
export const exposed: Field = /* @__PURE__ */ flag('exposed', () => ({ test: showsSecret }))

/** Of a payload that was too large to log nobody knows what it held. */
const showsSecret: RecordPredicate['test'] = (record): Verdict => {
  if (sensitiveIn(record).some(({ state }) => state === 'EXPOSED')) return 'YES'
  const payloads = [memberOf(record, 'requestParameters'), memberOf(record, 'responseElements')]
  return payloads.some(isOmitted) ? 'UNKNOWN' : 'NO'
}
