/**
 * `errors`: calls that failed, denied ones included, also in part.
 *
 * @module
 */
import { kindOfRecord } from '../../event/classify.js'
import { memberOf } from '../../event/member-of.js'
import { outcomeOf } from '../../insight/outcome.js'
import { type Decision, type Field, predicateOf } from '../field.js'
import { flag } from '../flag.js'
import { NO_CALL, NO_RESPONSE } from '../subject.js'

/** Calls that failed, and batch calls of which an item failed. */
export const errors: Field = /* @__PURE__ */ flag((field) => predicateOf(field, decide))

function decide(record: unknown): Decision {
  switch (kindOfRecord(record)) {
    case 'insight':
      return countsErrors(record) ? 'YES' : NO_CALL
    case 'aggregated':
      // It counts calls whether they failed or not.
      return NO_CALL
    default: {
      const { kind = 'SUCCEEDED', items = [] } = outcomeOf(record) ?? {}
      if (kind !== 'SUCCEEDED') return 'YES'
      return items.some((item) => item.kind === 'UNKNOWN') ? NO_RESPONSE : 'NO'
    }
  }
}

/**
 * Whether an Insights record is about a rate of errors, as trails or as event data stores write it; one about a rate of
 * calls does not say.
 */
function countsErrors(record: unknown): boolean {
  const details = memberOf(record, 'insightDetails')
  const types = [memberOf(details, 'insightType'), memberOf(record, 'insightType')]
  const codes = [memberOf(details, 'errorCode'), memberOf(record, 'insightErrorCode')]
  return types.includes('ApiErrorRateInsight') || codes.some((code) => typeof code === 'string')
}
