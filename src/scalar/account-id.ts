/**
 * Account ids: twelve digits. The `accountId` of a record need not be one, so this type is for arguments and results of
 * functions, never for members of records.
 *
 * @module
 */
import type * as t from 'io-ts'
import { branded } from './branded.js'

/**
 * The brand of `AccountId`.
 *
 * @category scalars
 * @since 0.1.0
 */
export interface AccountIdBrand {
  /** Exists for the compiler only. */
  readonly AccountId: unique symbol
}

/**
 * The id of an AWS account: twelve digits.
 *
 * Source:
 * {@link https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html AWS account identifiers}.
 *
 * @category scalars
 * @since 0.1.0
 */
export type AccountId = t.Branded<string, AccountIdBrand>

const DIGITS = /^\d{12}$/

/** Returns whether a value is the id of an account. */
export const isAccountId = (u: unknown): u is AccountId => typeof u === 'string' && u.length === 12 && DIGITS.test(u)

/** The io-ts codec of `AccountId`. @category codecs */
export const AccountId: t.Type<AccountId, string> = /* @__PURE__ */ branded('AccountId', isAccountId, 'an account id of twelve digits')
