import { expect, it } from 'vitest'
import { FOLDED_TYPES } from '../../src/generated/resources.js'
import { catalogPath, compareNames, foldsCase, storedName } from '../../src/insight/stored-name.js'

it('folds databases, tables and functions, and nothing else', () => {
  expect(FOLDED_TYPES).toEqual(['database', 'table', 'tableVersion', 'userDefinedFunction'])
  expect(['job', 'crawler', 'connection', 'catalog', 'schema', 'unknown'].map(foldsCase)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
  ])
})

it.each([
  ['table', 'Orders', '', 'orders'],
  ['table', 'orders', 's3tablescatalog/bucket', 'orders'],
  ['table', 'Orders', 's3tablescatalog/bucket', undefined],
  ['job', 'Nightly', '', 'Nightly'],
  // Without a locale: a capital I never becomes a dotless one.
  ['database', 'INVOICES', '', 'invoices'],
])('the %s %s in the catalog "%s" is stored as %s', (type, name, catalog, stored) => {
  expect(storedName(type, name, catalog)).toBe(stored)
})

it.each([
  ['table', 'Orders', 'orders', '', 'YES'],
  ['table', 'Orders', 'orders', 'federated', 'UNKNOWN'],
  ['table', 'Orders', 'Orders', 'federated', 'YES'],
  ['table', 'Orders', 'Refunds', 'federated', 'NO'],
  ['job', 'Nightly', 'nightly', '', 'NO'],
])('the %s %s and %s in the catalog "%s": %s', (type, a, b, catalog, verdict) => {
  expect(compareNames(type, a, b, catalog)).toBe(verdict)
})

it.each([
  [undefined, ''],
  ['123456789012', ''],
  ['123456789012:s3tablescatalog/bucket', 's3tablescatalog/bucket'],
  ['sales', 'sales'],
  ['a:b:c', 'a:b:c'],
])('the catalog %s has the path "%s"', (id, path) => {
  expect(catalogPath(id)).toBe(path)
})
