/**
 * How a call ended.
 *
 * @module
 */
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { isDenied } from './denial.js'
import { present } from './present.js'

/**
 * How a call ended.
 *
 * @category insights
 * @since 0.1.0
 */
export interface CallOutcome {
  /** `DENIED` where the code or the message says that the caller was not allowed; all other errors are `FAILED`. */
  readonly kind: 'SUCCEEDED' | 'DENIED' | 'FAILED'
  /** `errorCode`, such as `AccessDenied`; some failures have none. */
  readonly code?: string
  /** `errorMessage`: it names resources and callers, and CloudTrail cuts it at 1 KB. */
  readonly message?: string
}

/**
 * Returns how a call ended. It failed where the record has an `errorCode` or an `errorMessage`, whatever else it has; it was denied where they say
 * that the caller was not allowed.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns The outcome, or `undefined` where the value is not a record of a call: Insights records, aggregated ones, anything else.
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
  const code = memberOf(record, 'errorCode')
  const message = memberOf(record, 'errorMessage')
  return {
    kind: isDenied(record) ? 'DENIED' : code != null || message != null ? 'FAILED' : 'SUCCEEDED',
    ...present({
      code: typeof code === 'string' ? code : undefined,
      message: typeof message === 'string' ? message : undefined,
    }),
  }
}

/**
 * Whether a call failed or was denied, as `outcomeOf` returns it: `errorCode` or `errorMessage` is set. Failures without a message exist, and so do
 * failures with a response.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns `false` for calls that succeeded, and for what is not a record of a call.
 *
 * @example
 * import { isFailed } from 'glue-trail'
 *
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
 * assert.strictEqual(isFailed({ ...call, errorCode: 'AccessDenied' }), true)
 * assert.strictEqual(isFailed({ ...call, errorCode: null }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isFailed(record: unknown): boolean {
  const kind = outcomeOf(record)?.kind
  return kind === 'FAILED' || kind === 'DENIED'
}
