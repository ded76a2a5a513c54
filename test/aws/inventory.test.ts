import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inventoryObjects } from '../../src/aws/inventory.js'
import { listTrail } from '../../src/aws/list-trail.js'
import { objectStore } from '../../src/aws/object-store.js'
import { listed, memoryS3 } from './memory-s3.js'
import { trailKey } from './protocol/trail.js'

const SCHEMA = 'Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate'
const manifest = (content: object): string =>
  JSON.stringify({ sourceBucket: 'audit', version: '2016-11-30', fileSchema: SCHEMA, fileFormat: 'CSV', ...content })
const row = (...fields: ReadonlyArray<string>): string => `${fields.map((field) => `"${field}"`).join(',')}\n`
const read = (files: Readonly<Record<string, string | Uint8Array>>) =>
  listed(inventoryObjects(objectStore(memoryS3(files)), { manifest: { bucket: 'inventory', key: 'manifest.json' } }, 'audit')).then(
    (items) => items.map(({ object }) => object),
  )

describe('an inventory', () => {
  it('lists the latest versions of a bucket’s objects, with their keys decoded', async () => {
    const rows = [
      row('audit', 'a+b%2Bc.json', 'v1', 'true', 'false', '7', '2024-05-01T12:00:00.000Z'),
      row('audit', 'old', 'v0', 'false', 'false', '7', ''),
      row('audit', 'deleted', 'v0', 'true', 'true', '', ''),
      row('another', 'x', '', 'true', 'false', '7', ''),
    ]
    const files = { 'manifest.json': manifest({ files: [{ key: 'data/1.csv.gz' }] }), 'data/1.csv.gz': gzipSync(rows.join('')) }
    expect(await read(files)).toEqual([
      { bucket: 'audit', key: 'a b+c.json', version: 'v1', size: 7, modified: '2024-05-01T12:00:00.000Z' },
    ])
  })

  it('replaces a listing, with log files only', async () => {
    const rows = [trailKey(3), trailKey(1), 'readme.txt'].map((key) => row('audit', key))
    const files = {
      'manifest.json': manifest({ fileSchema: 'Bucket, Key', files: [{ key: '1' }, { key: '2' }] }),
      '1': gzipSync(rows.join('')),
      '2': gzipSync(row('audit', trailKey(5))),
    }
    const keys = { manifest: { bucket: 'inventory', key: 'manifest.json' } }
    const options = { bucket: 'audit', keys, client: memoryS3(files) }
    const first = listTrail(options)
    for await (const { key } of first) if (key === trailKey(1)) break
    expect(await listed(listTrail({ ...options, cursor: first.cursor() }))).toEqual([{ bucket: 'audit', key: trailKey(5) }])
  })

  it('is gone on with where a file of it was missing and is there again: nothing in it is skipped', async () => {
    const rest = {
      'manifest.json': manifest({ fileSchema: 'Bucket, Key', files: [{ key: '1' }, { key: '2' }] }),
      '2': row('audit', trailKey(5)) + row('audit', trailKey(6)),
    }
    const options = { bucket: 'audit', keys: { manifest: { bucket: 'inventory', key: 'manifest.json' } } }
    const first = listTrail({ ...options, client: memoryS3(rest) })
    for await (const { key } of first) if (key === trailKey(5)) break
    const whole = { ...rest, '1': row('audit', trailKey(1)) + row('audit', trailKey(2)) }
    const again = await listed(listTrail({ ...options, client: memoryS3(whole), cursor: first.cursor() }))
    expect(again.map(({ key }) => key)).toEqual([1, 2, 6].map(trailKey))
  })

  it.each([
    ['no manifest', {}, 'NoSuchKey', 'NoSuchKey: as S3 puts it'],
    ['no JSON', { 'manifest.json': '{' }, 'no JSON'],
    ['another JSON', { 'manifest.json': '{}' }, 'no manifest'],
    ['ORC', { 'manifest.json': manifest({ fileFormat: 'ORC', files: [] }) }, 'unsupported format ORC'],
    ['Parquet', { 'manifest.json': manifest({ fileFormat: 'Parquet', files: [] }) }, 'unsupported format Parquet'],
  ])('is reported when it is %s', async (_, files, error, errorMessage?: string) => {
    expect(await read(files as Record<string, string>)).toEqual([{ bucket: 'inventory', key: 'manifest.json', error, errorMessage }])
  })

  it('continues after files and rows that cannot be read', async () => {
    const good = row('audit', 'k')
    const files = {
      'manifest.json': manifest({ fileSchema: 'Bucket, Key', files: [{ key: 'none' }, { key: 'cut' }, { key: 'rows' }] }),
      cut: gzipSync(good.repeat(100)).subarray(0, 30),
      rows: gzipSync(`${good}audit,unquoted\n"audit"\n"audit","%"\n${good}`),
    }
    expect(await read(files)).toEqual([
      { bucket: 'inventory', key: 'none', error: 'NoSuchKey', errorMessage: 'NoSuchKey: as S3 puts it' },
      { bucket: 'inventory', key: 'cut', error: 'CUT_GZIP' },
      { bucket: 'audit', key: 'k' },
      { bucket: 'audit', key: 'k' },
      { bucket: 'inventory', key: 'rows', error: '3 broken rows' },
    ])
  })
})
