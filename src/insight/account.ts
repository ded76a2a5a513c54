/**
 * The account a record belongs to.
 *
 * @module
 */
import { textAt } from './text-at.js'

/**
 * The account of a record: `recipientAccountId`, else the account of the caller, else the account of the caller's session. Aggregated records
 * call it `accountId`.
 *
 * @param record - Any record, of any family, nonconforming ones included.
 * @returns The account as the record has it, mostly twelve digits, or `undefined` where the record names none.
 *
 * @example
 * import { accountOf } from 'glue-trail'
 *
 * assert.strictEqual(accountOf({ recipientAccountId: '111122223333', userIdentity: { accountId: '123456789012' } }), '111122223333')
 * assert.strictEqual(accountOf({ userIdentity: { accountId: '123456789012' } }), '123456789012')
 *
 * @category insights
 * @since 0.1.0
 */
export function accountOf(record: unknown): string | undefined {
  return textAt(record, 'recipientAccountId') ?? callerAccountOf(record) ?? textAt(record, 'accountId')
}

/** The account of the caller: its own, else that of its session. */
export function callerAccountOf(record: unknown): string | undefined {
  return textAt(record, 'userIdentity', 'accountId') ?? textAt(record, 'userIdentity', 'sessionContext', 'sessionIssuer', 'accountId')
}
