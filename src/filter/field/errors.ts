/**
 * `errors`: calls that failed, denied ones included.
 *
 * @module
 */

import { kindOfRecord } from '../../event/kind.js'
import { memberOf } from '../../event/marks.js'
import type { Verdict } from '../../event/predicate.js'
import type { Field } from '../field.js'
import { flag } from '../flag.js'

/** Calls that failed. */
export const errors: Field = /* @__PURE__ */ flag('errors', () => ({ test: hasFailed }))

/** Whether the record says that the call failed. */
export function hasFailed(record: unknown): Verdict {
  const said = [memberOf(record, 'errorCode'), memberOf(record, 'errorMessage')]
  if (said.some((value) => typeof value === 'string')) return 'YES'
  if (said.some((value) => value != null)) return 'UNKNOWN'
  switch (kindOfRecord(record)) {
    case 'insight':
      return countsErrors(record) ? 'YES' : 'UNKNOWN'
    case 'aggregated':
      // Counts of calls however they ended.
      return 'UNKNOWN'
    default:
      return 'NO'
  }
}

/** Whether an Insights record is about a rate of errors, by what trails write or by what event data stores write; one about a rate of calls does not tell. */
function countsErrors(record: unknown): boolean {
  const details = memberOf(record, 'insightDetails')
  const types = [memberOf(details, 'insightType'), memberOf(record, 'insightType')]
  const codes = [memberOf(details, 'errorCode'), memberOf(record, 'insightErrorCode')]
  return types.includes('ApiErrorRateInsight') || codes.some((code) => typeof code === 'string')
}
