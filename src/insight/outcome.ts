/**
 * Whether a call worked.
 *
 * @module
 */

import { kindOfRecord } from '../event/kind.js'
import { isFailed, memberOf } from '../event/marks.js'
import { isDenied } from './denial.js'
import { present } from './present.js'

/**
 * How a call ended: it succeeded, it was denied for lack of permission, or it failed for another reason.
 *
 * @category insights
 * @since 0.1.0
 */
export interface CallOutcome {
  /** `DENIED` rests on the code, or on a message that says so; all other errors are `FAILED`. */
  readonly kind: 'SUCCEEDED' | 'DENIED' | 'FAILED'
  /** `errorCode`, such as `AccessDenied`; some failures have none. */
  readonly code?: string
  /** `errorMessage`, whole: it names resources and callers, and is cut at 1 KB. */
  readonly message?: string
}

/**
 * How a call ended. It failed where the record has an `errorCode` or an `errorMessage`, whatever else it has; failed calls whose code says
 * that the caller was not allowed, or whose message does, were denied.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The outcome, or `undefined` where the value is no record of a call: Insights records, aggregated ones, anything else.
 *
 * @example
 * import { outcomeOf } from 'glue-trail'
 *
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
 * assert.deepStrictEqual(outcomeOf(call), { kind: 'SUCCEEDED' })
 * assert.deepStrictEqual(outcomeOf({ ...call, errorCode: 'AccessDenied' }), { kind: 'DENIED', code: 'AccessDenied' })
 * assert.strictEqual(outcomeOf({ ...call, errorCode: 'EntityNotFoundException' })?.kind, 'FAILED')
 * assert.strictEqual(outcomeOf('no record'), undefined)
 *
 * @category insights
 * @since 0.1.0
 */
export function outcomeOf(record: unknown): CallOutcome | undefined {
  const family = kindOfRecord(record)
  if (family === undefined || family === 'insight' || family === 'aggregated') return undefined
  const text = (name: string): string | undefined => {
    const value = memberOf(record, name)
    return typeof value === 'string' ? value : undefined
  }
  return {
    kind: isDenied(record) ? 'DENIED' : isFailed(record) ? 'FAILED' : 'SUCCEEDED',
    ...present({ code: text('errorCode'), message: text('errorMessage') }),
  }
}
