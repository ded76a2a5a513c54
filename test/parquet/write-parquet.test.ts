import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { ArchiveRow } from '../../src/archive/row.js'
import { parquetWriter, writeParquet } from '../../src/parquet/write-parquet.js'
import { rowsFor } from '../support/filed.js'
import { temporaryFolder } from '../support/folder.js'
import { asRead, filesBelow, parquetIn } from '../support/parquet.js'
import { glueCall } from '../support/records.js'

const calls = (count: number, more: object = {}) => Array.from({ length: count }, (_, i) => ({ ...glueCall, eventID: `e-${i}`, ...more }))

async function allRows(folder: string): Promise<ReadonlyArray<Record<string, unknown>>> {
  const read = await Promise.all([...filesBelow(folder).values()].map(parquetIn))
  return read.flatMap(({ rows }) => rows)
}

const sorted = (rows: ReadonlyArray<Record<string, unknown>>) => [...rows].sort((a, b) => Number(a.index) - Number(b.index))

describe('a folder', () => {
  it('has the rows by account, region and day, and all that they hold', async () => {
    const dir = temporaryFolder()
    const rows = await rowsFor([
      ...calls(3),
      ...calls(2, { awsRegion: 'us-east-1' }),
      ...calls(2, { eventTime: '2024-05-15T00:00:00Z' }),
      { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' },
    ])
    expect(await writeParquet(rows, { dir })).toEqual({ rows: 8, files: 4 })
    expect([...filesBelow(dir).keys()].map((path) => path.replace(/part-[0-9a-f]{32}/, 'part'))).toEqual([
      'account=123456789012/region=eu-central-1/day=2024-05-14/part.parquet',
      'account=123456789012/region=eu-central-1/day=2024-05-15/part.parquet',
      'account=123456789012/region=us-east-1/day=2024-05-14/part.parquet',
      'account=__HIVE_DEFAULT_PARTITION__/region=__HIVE_DEFAULT_PARTITION__/day=__HIVE_DEFAULT_PARTITION__/part.parquet',
    ])
    expect(sorted(await allRows(dir))).toEqual(rows.map(asRead))
  })

  it('is the same, byte for byte, when the same is written again', async () => {
    const dir = temporaryFolder()
    const rows = await rowsFor([...calls(50), ...calls(50, { awsRegion: 'us-east-1' })])
    const limits = { rowGroupRows: 20, fileBytes: 1 }
    await writeParquet(rows, { dir, ...limits })
    const before = filesBelow(dir)
    expect(before.size).toBe(6)
    await writeParquet(rows, { dir, ...limits })
    expect(filesBelow(dir)).toEqual(before)
  })

  it('keeps what other rows gave', async () => {
    const dir = temporaryFolder()
    const [first, second] = [await rowsFor(calls(2)), await rowsFor(calls(2, { eventName: 'StopCrawler' }))]
    await writeParquet(first, { dir })
    await writeParquet(second, { dir })
    expect((await allRows(dir)).map(({ event_name }) => event_name).sort()).toEqual([
      'StartJobRun',
      'StartJobRun',
      'StopCrawler',
      'StopCrawler',
    ])
  })

  it('has no half of a file where the rows end with an error', async () => {
    const dir = temporaryFolder()
    const [row] = await rowsFor(calls(1))
    async function* failing(): AsyncGenerator<ArchiveRow> {
      if (row !== undefined) yield row
      throw new Error('the end')
    }
    await expect(writeParquet(failing(), { dir })).rejects.toThrow('the end')
    expect([...filesBelow(dir).keys()]).toEqual([])
  })

  it('rejects where it cannot be made', async () => {
    await expect(writeParquet(await rowsFor(calls(1)), { dir: '/dev/null/archive' })).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})

describe('limits', () => {
  it('bound the rows of a group', async () => {
    const dir = temporaryFolder()
    expect(await writeParquet(await rowsFor(calls(25)), { dir, rowGroupRows: 10 })).toEqual({ rows: 25, files: 1 })
    const [file] = [...filesBelow(dir).values()]
    expect((await parquetIn(file ?? new Uint8Array())).groups).toEqual([10, 10, 5])
  })

  it('bound the bytes that are held, all files together', async () => {
    const dir = temporaryFolder()
    const [row] = await rowsFor(calls(1))
    // Four to a hand: two in one folder, one each in others.
    const regions = ['a', 'a', 'b', 'c']
    const rows = Array.from({ length: 40 }, (_, i) => ({ ...(row as ArchiveRow), region: regions[i % 4] ?? '', raw: 'x'.repeat(10_000) }))
    await writeParquet(rows, { dir, maxBufferedBytes: 100_000 })
    const read = await Promise.all([...filesBelow(dir).values()].map(parquetIn))
    expect(read.map(({ rows }) => rows.length)).toEqual([20, 10, 10])
    for (const { groups } of read) expect(Math.max(...groups)).toBeLessThan(10)
  })

  it('bound the size of a file', async () => {
    const dir = temporaryFolder()
    expect(await writeParquet(await rowsFor(calls(30)), { dir, rowGroupRows: 10, fileBytes: 1000 })).toEqual({ rows: 30, files: 3 })
    expect(await allRows(dir)).toHaveLength(30)
  })

  it('bound the groups of a file', async () => {
    const dir = temporaryFolder()
    expect(await writeParquet(await rowsFor(calls(40)), { dir, rowGroupRows: 1 })).toEqual({ rows: 40, files: 2 })
    const read = await Promise.all([...filesBelow(dir).values()].map(parquetIn))
    expect(read.map(({ groups }) => groups.length).sort()).toEqual([32, 8])
  })

  it('bound the files that are open: the one that waited longest is ended', async () => {
    const dir = temporaryFolder()
    const [row] = await rowsFor(calls(1))
    const writer = await parquetWriter({ dir, maxOpenFiles: 2 })
    for (const region of ['a', 'b', 'a', 'c']) await writer.write({ ...(row as ArchiveRow), region })
    const whole = [...filesBelow(dir).keys()].filter((path) => path.endsWith('.parquet')).map((path) => path.split('/')[1])
    expect(whole).toEqual(['region=b'])
    expect(await writer.end()).toEqual({ rows: 4, files: 3 })
  })

  it('bound the files that are open whatever accounts the records name', async () => {
    const dir = temporaryFolder()
    const [row] = await rowsFor(calls(1))
    const writer = await parquetWriter({ dir, maxOpenFiles: 3 })
    let most = 0
    for (let i = 0; i < 50; i++) {
      await writer.write({ ...(row as ArchiveRow), account_id: String(i) })
      most = Math.max(most, [...filesBelow(dir).keys()].filter((path) => path.endsWith('.tmp')).length)
    }
    expect(most).toBe(3)
    expect(await writer.end()).toEqual({ rows: 50, files: 50 })
  })

  it.each(['rowGroupRows', 'maxBufferedBytes', 'fileBytes', 'maxOpenFiles'])('are numbers of at least 1: %s', async (name) => {
    for (const limit of [0, -1, Number.NaN, '5', null]) {
      await expect(parquetWriter({ dir: 'unused', [name]: limit })).rejects.toThrow(
        new TypeError(`${name}: expected a number of at least 1`),
      )
    }
  })
})

describe('a stream', () => {
  const collected = () => {
    const chunks: Array<Buffer> = []
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        chunks.push(Buffer.from(chunk))
        done()
      },
    })
    return { stream, bytes: () => Buffer.concat(chunks) }
  }

  it('is one file, whatever the account, region and day', async () => {
    const { stream, bytes } = collected()
    const rows = await rowsFor([...calls(3), ...calls(2, { awsRegion: 'us-east-1' })])
    expect(await writeParquet(rows, { stream, rowGroupRows: 2, fileBytes: 1 })).toEqual({ rows: 5, files: 1 })
    const read = await parquetIn(bytes())
    expect([read.groups, read.rows]).toEqual([[2, 2, 1], rows.map(asRead)])
  })

  it('writes a file without rows', async () => {
    const { stream, bytes } = collected()
    expect(await writeParquet([], { stream })).toEqual({ rows: 0, files: 1 })
    expect((await parquetIn(bytes())).rows).toEqual([])
  })
})
