/**
 * How a call ended.
 *
 * @module
 */
import { kindOfRecord } from '../event/classify.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'
import { type Batch, batchOf, type ItemOutcome } from './batch.js'
import { isDenial } from './denied.js'
import { present } from './present.js'

/**
 * How a call ended.
 *
 * @category insights
 * @since 0.1.0
 */
export interface CallOutcome {
  /**
   * `DENIED` where code or message say that the caller was not allowed; all other errors are `FAILED`. A batch call
   * whose response lists failed items is `PARTIAL`; it is `FAILED` where all items failed, and `DENIED` where all were
   * denied.
   */
  readonly kind: 'SUCCEEDED' | 'PARTIAL' | 'FAILED' | 'DENIED'
  /**
   * `errorCode`, such as `AccessDenied`; some failures have none. Where all items of a batch failed with one code, that
   * code.
   */
  readonly code?: string
  /** `errorMessage`: it names resources and callers, and CloudTrail cuts it at 1 KB. */
  readonly message?: string
  /**
   * Of a batch call that did not fail as a whole: its items, the first 5,000 in the order of the request, then
   * failed ones that are not among these. They are `UNKNOWN` where CloudTrail logged no response.
   */
  readonly items?: ReadonlyArray<ItemOutcome>
}

/**
 * Returns how a call ended. It failed where the record has an `errorCode` or an `errorMessage`, whatever else it has;
 * it was denied where they say that the caller was not allowed. Batch calls such as `BatchDeleteTable` succeed as a
 * call, and list in their response which items failed.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns The outcome, or `undefined` where the value is not a record of a call: Insights records, aggregated ones,
 * anything else.
 *
 * @example
 * import { outcomeOf } from 'glue-trail'
 *
 * const call = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable' }
 * assert.deepStrictEqual(outcomeOf(call), { kind: 'SUCCEEDED' })
 * assert.deepStrictEqual(outcomeOf({ ...call, errorCode: 'AccessDenied' }), { kind: 'DENIED', code: 'AccessDenied' })
 *
 * const batch = outcomeOf({
 *   eventSource: 'glue.amazonaws.com', eventName: 'BatchDeleteTable',
 *   requestParameters: { databaseName: 'sales', tablesToDelete: ['orders', 'refunds'] },
 *   responseElements: { errors: [{ tableName: 'refunds', errorDetail: { errorCode: 'EntityNotFoundException' } }] },
 * })
 * assert.strictEqual(batch?.kind, 'PARTIAL')
 * assert.deepStrictEqual(batch.items?.map(({ item, kind }) => `${item} ${kind}`), ['orders SUCCEEDED', 'refunds FAILED'])
 *
 * @category insights
 * @since 0.1.0
 */
export function outcomeOf(record: unknown): CallOutcome | undefined {
  return total(readOutcome, record)
}

function readOutcome(record: unknown): CallOutcome | undefined {
  const family = kindOfRecord(record)
  if (family === undefined || family === 'insight' || family === 'aggregated') return undefined
  const code = memberOf(record, 'errorCode')
  const message = memberOf(record, 'errorMessage')
  if (code != null || message != null) {
    return {
      kind: isDenial(code, message) ? 'DENIED' : 'FAILED',
      ...present({
        code: typeof code === 'string' ? code : undefined,
        message: typeof message === 'string' ? message : undefined,
      }),
    }
  }
  const batch = batchOf(record)
  return batch === undefined ? { kind: 'SUCCEEDED' } : ofBatch(batch)
}

function ofBatch({ items, complete }: Batch): CallOutcome {
  const failed = items.filter(({ kind }) => hasFailed(kind))
  if (failed.length === 0) return { kind: 'SUCCEEDED', items }
  if (!complete || failed.length < items.length) return { kind: 'PARTIAL', items }
  const [code, ...others] = new Set(failed.map((item) => item.code))
  return {
    kind: failed.every(({ kind }) => kind === 'DENIED') ? 'DENIED' : 'FAILED',
    ...present({ code: others.length === 0 ? code : undefined }),
    items,
  }
}

/** Whether a call was denied, as a whole or for one of its items. */
export const wasDenied = (outcome: CallOutcome | undefined): boolean =>
  outcome?.kind === 'DENIED' || outcome?.items?.some(({ kind }) => kind === 'DENIED') === true

/** Whether an outcome, of a call or of one of its items, is that it failed or was denied. */
export const hasFailed = (kind: (CallOutcome | ItemOutcome)['kind'] | undefined): boolean => kind === 'FAILED' || kind === 'DENIED'

/**
 * Whether a call failed or was denied as a whole: the outcome of `outcomeOf` is `FAILED` or `DENIED`. `PARTIAL` is
 * neither.
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
  return hasFailed(outcomeOf(record)?.kind)
}
