/**
 * Names as Glue stores them. It folds names of databases, tables and user-defined functions to lower case, while calls
 * are logged as they were sent. Catalogs besides the root catalog belong to other sources, which may keep case.
 *
 * @module
 */
import type { Verdict } from '../event/predicate.js'
import { FOLDED_TYPES } from '../generated/resources.js'
import { readCatalogId } from './catalog-id.js'

/** Whether Glue folds names of this type to lower case. */
export const foldsCase = (type: string): boolean => FOLDED_TYPES.includes(type)

/** Returns a name as Glue stores it; `undefined` where a catalog besides the root catalog may keep its case. */
export function storedName(type: string, name: string, catalog: string): string | undefined {
  const folded = name.toLowerCase()
  if (!foldsCase(type) || folded === name) return name
  return catalog === '' ? folded : undefined
}

/** Compares two names of a type: `UNKNOWN` where they differ in case alone, in a catalog that may keep case. */
export function compareNames(type: string, a: string, b: string, catalog: string): Verdict {
  if (a === b) return 'YES'
  if (!foldsCase(type) || a.toLowerCase() !== b.toLowerCase()) return 'NO'
  return catalog === '' ? 'YES' : 'UNKNOWN'
}

/**
 * Returns the path of a resource's catalog within the root catalog of its account; empty for the root catalog, the id
 * itself where it has an unknown form.
 */
export function catalogPath(catalogId: string | undefined): string {
  return catalogId === undefined ? '' : (readCatalogId(catalogId)?.path ?? catalogId)
}
