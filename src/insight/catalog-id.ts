/**
 * Catalog ids: the account whose catalog is meant, or a catalog within one. They are not always twelve digits.
 *
 * @module
 */
import { type AccountId, isAccountId } from '../scalar/account-id.js'
import { readGlueArn } from './glue-arn.js'

/** What a catalog id names. */
export interface CatalogParts {
  /** Whose catalog; nothing where the id says no account and the caller's is meant. */
  readonly account: AccountId | undefined
  /** The path of a catalog in that account's root catalog; empty for the root catalog itself. */
  readonly path: string
}

/**
 * Takes a catalog id apart: `123456789012`, `123456789012:s3tablescatalog/bucket`, a catalog's name alone, or its ARN.
 * `undefined` for anything else: then it is not known whose catalog it is.
 */
export function readCatalogId(id: string): CatalogParts | undefined {
  if (isAccountId(id)) return { account: id, path: '' }
  const arn = readGlueArn(id)
  if (arn !== undefined) {
    return arn.type === 'catalog' && isAccountId(arn.account) ? { account: arn.account, path: arn.name ?? '' } : undefined
  }
  const colon = id.indexOf(':')
  if (colon < 0) return id === '' ? undefined : { account: undefined, path: id }
  const account = id.slice(0, colon)
  const path = id.slice(colon + 1)
  return isAccountId(account) && path !== '' && !path.includes(':') ? { account, path } : undefined
}
