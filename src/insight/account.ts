/**
 * The account a record belongs to.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'
import { total } from '../event/total.js'

type Path = ReadonlyArray<string>

const RECIPIENT: Path = ['recipientAccountId']
const CALLER: ReadonlyArray<Path> = [
  ['userIdentity', 'accountId'],
  ['userIdentity', 'sessionContext', 'sessionIssuer', 'accountId'],
]
/** Aggregated records have this member alone. */
const AGGREGATED: Path = ['accountId']

/**
 * Returns the account of a record: `recipientAccountId`, else the caller's account, else the account of the session's
 * issuer. Aggregated records have it in `accountId`.
 *
 * @param record - Any record, nonconforming ones included.
 * @returns The account as logged, usually twelve digits. `undefined` where the record has none, or where the member
 * that should name it is redacted or not a string.
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
  return total(readAccount, record)
}

const readAccount = (record: unknown): string | undefined => firstString(record, [RECIPIENT, ...CALLER, AGGREGATED])

/** Returns the account of the caller: its own, else that of its session's issuer. */
export function callerAccountOf(record: unknown): string | undefined {
  return firstString(record, CALLER)
}

/**
 * The first value that is set decides: if it is unreadable, the account is unknown; a later member must not replace it.
 */
function firstString(record: unknown, paths: ReadonlyArray<Path>): string | undefined {
  for (const path of paths) {
    const value = path.reduce(memberOf, record)
    if (value == null || value === '') continue
    return typeof value === 'string' && !isRedacted(value) ? value : undefined
  }
  return undefined
}
