import { expect, it } from 'vitest'
import { readCatalogId } from '../../src/insight/catalog-id.js'

it.each([
  ['123456789012', { account: '123456789012', path: '' }],
  ['123456789012:s3tablescatalog/bucket', { account: '123456789012', path: 's3tablescatalog/bucket' }],
  ['s3tablescatalog/bucket', { account: undefined, path: 's3tablescatalog/bucket' }],
  ['sales', { account: undefined, path: 'sales' }],
  ['arn:aws:glue:us-east-1:123456789012:catalog', { account: '123456789012', path: '' }],
  ['arn:aws:glue:us-east-1:123456789012:catalog/a/b', { account: '123456789012', path: 'a/b' }],
  ['arn:aws:glue:us-east-1:123456789012:database/a', undefined],
  ['arn:aws:s3:::bucket', undefined],
  ['12345678901:sales', undefined],
  ['123456789012:', undefined],
  ['123456789012:a:b', undefined],
  ['', undefined],
])('%j is %j', (id, parts) => {
  expect(readCatalogId(id)).toEqual(parts)
})
