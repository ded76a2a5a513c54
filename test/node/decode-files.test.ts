import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { isGlueRecord } from 'glue-trail'
import { decodeFiles, type FilesOptions, type LogFile, listFiles } from 'glue-trail/node'
import { bytesOf, type ReadLog } from 'glue-trail/source'
import { describe, expect, it } from 'vitest'
import { asNobody, temporaryFolder } from '../support/folder.js'
import { codes, raws, recordNumber, someRecords, textOf } from '../support/logs.js'

const records = someRecords(3)
const log = JSON.stringify({ Records: records })

async function outcomes(paths: Iterable<string | LogFile>, options?: FilesOptions): Promise<ReadonlyArray<ReadLog>> {
  const all: Array<ReadLog> = []
  for await (const outcome of decodeFiles(paths, options)) all.push(outcome)
  return all
}

const words = (all: ReadonlyArray<ReadLog>): ReadonlyArray<string> =>
  all.map(({ path, entries, issues }) =>
    [path.split('/').at(-1), entries.length, ...issues.map(({ code, received }) => `${code} ${received}`)].join(' '),
  )

describe('decodeFiles', () => {
  it('gives one outcome a file, gzipped or not', async () => {
    const folder = temporaryFolder()
    const gzipped = gzipSync(log)
    writeFileSync(join(folder, 'a.json.gz'), gzipped)
    writeFileSync(join(folder, 'b.json'), log)
    const [a, b, ...rest] = await outcomes([folder])
    expect(rest).toEqual([])
    expect(a && raws(a)).toEqual(records)
    expect(b && raws(b)).toEqual(records)
    expect([a?.path, a?.size]).toEqual([join(folder, 'a.json.gz'), gzipped.length])
    expect([b?.path, b?.size]).toEqual([join(folder, 'b.json'), Buffer.byteLength(log)])
    const second = b?.entries[1]
    expect(b && second && JSON.parse(textOf(bytesOf(b, second)))).toEqual(records[1])
  })

  it('follows links out of a folder only where asked, in batches too', async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()]
    writeFileSync(join(outside, 'a.json'), log)
    symlinkSync(join(outside, 'a.json'), join(folder, 'a.json'))
    expect(words(await outcomes([folder]))).toEqual(['a.json 0 UNREADABLE LINK_OUTSIDE'])
    expect(words(await outcomes([folder], { followLinks: true }))).toEqual(['a.json 3'])
    const sizes: Array<number> = []
    for await (const { entries } of decodeFiles([folder], { followLinks: true }).batches()) sizes.push(entries.length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3)
  })

  it('continues after files that cannot be read or are not logs', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '2-folder.json'))
    for (const name of ['1.json', '3-closed.json', '4-vanished.json', '7.json']) writeFileSync(join(folder, name), log)
    writeFileSync(join(folder, '5.html'), '<html>')
    writeFileSync(join(folder, '6-cut.json.gz'), gzipSync(log).subarray(0, 100))
    chmodSync(join(folder, '3-closed.json'), 0)
    const files = [
      ...(await listFiles([folder])),
      { path: join(folder, '2-folder.json'), size: 0 },
      { path: '8', size: 0, error: 'EACCES' },
    ]
    rmSync(join(folder, '4-vanished.json'))
    const all = await asNobody(() => outcomes(files))
    expect(words(all)).toEqual([
      '1.json 3',
      '3-closed.json 0 UNREADABLE EACCES',
      '4-vanished.json 0 UNREADABLE ENOENT',
      '5.html 0 NOT_A_LOG content of another kind',
      '6-cut.json.gz 0 CUT_GZIP the end of the file CUT_SHORT the end of the file',
      '7.json 3',
      '2-folder.json 0 UNREADABLE EISDIR',
      '8 0 UNREADABLE EACCES',
    ])
    const unreadable = all[1]
    expect(unreadable).toEqual({
      path: join(folder, '3-closed.json'),
      size: 0,
      entries: [],
      issues: [{ code: 'UNREADABLE', expected: 'a readable file', received: 'EACCES' }],
      counts: { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 },
      bytes: new Uint8Array(0),
    })
  })

  it('reads two thousand files in order', async () => {
    const folder = temporaryFolder()
    for (let n = 0; n < 2000; n++) {
      const day = join(folder, `day-${String(n % 40).padStart(2, '0')}`)
      if (n < 40) mkdirSync(day)
      writeFileSync(join(day, `${String(n).padStart(4, '0')}.json.gz`), gzipSync(JSON.stringify({ Records: [recordNumber(n)] })))
    }
    const files = await listFiles([folder])
    const paths: Array<string> = []
    let [size, glue] = [0, 0]
    for await (const outcome of decodeFiles(files)) {
      paths.push(outcome.path)
      size += outcome.size
      glue += outcome.counts.glue
      expect(outcome.issues).toEqual([])
      expect(outcome.entries.length).toBe(1)
    }
    expect(paths.length).toBe(2000)
    expect(paths).toEqual([...paths].sort())
    expect(glue).toBe(667)
    expect(size).toBe(files.reduce((sum, file) => sum + file.size, 0))
  })

  it('hands on the options', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.json'), log)
    const [kept] = await outcomes([folder], { where: { test: (record) => (isGlueRecord(record) ? 'UNKNOWN' : 'NO') } })
    expect(kept?.entries.map(({ match }) => match)).toEqual(['UNKNOWN'])
    const [cut] = await outcomes([folder], { maxBytes: 100 })
    expect(cut && codes(cut)).toEqual(['TOO_LARGE', 'CUT_SHORT'])
    expect(cut?.bytes.length).toBe(100)
  })

  it('says that a gzipped file is too large, and not that it is cut', async () => {
    const folder = temporaryFolder()
    const random = Array.from({ length: 5000 }, (_, i) => Math.sin(i).toString(36).slice(2)).join('')
    writeFileSync(join(folder, 'a.gz'), gzipSync(JSON.stringify({ Records: [{ random }] }), { level: 0 }))
    const [large] = await outcomes([folder], { maxBytes: 20_000 })
    expect(large && codes(large)).toEqual(['TOO_LARGE', 'CUT_SHORT'])
  })

  it('reads large files as others, and does not hold their bytes', async () => {
    const folder = temporaryFolder()
    const large = JSON.stringify({ Records: someRecords(20_000) })
    writeFileSync(join(folder, 'a.json'), large)
    const where = { test: (record: unknown) => (isGlueRecord(record) ? 'YES' : 'NO'), index: { sources: ['glue.amazonaws.com'] } } as const
    const [outcome] = await outcomes([folder], { where })
    expect(outcome?.size).toBe(Buffer.byteLength(large))
    expect(outcome?.bytes.length).toBe(0)
    expect(outcome?.issues).toEqual([])
    expect(outcome?.counts).toMatchObject({ records: 20_000, matched: 6667, unmatched: 13_333, glue: 6667 })
    const last = outcome?.entries.at(-1)
    expect(outcome && last && JSON.parse(textOf(bytesOf(outcome, last)))).toEqual(recordNumber(19_998))
    const [gone] = await outcomes([{ path: join(folder, 'none'), size: 5_000_000 }])
    expect(gone && codes(gone)).toEqual(['UNREADABLE'])
  })

  it('stops where the caller does', async () => {
    const folder = temporaryFolder()
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), log)
    const seen: Array<string> = []
    for await (const { path } of decodeFiles([folder])) {
      seen.push(path)
      rmSync(join(folder, 'b'))
      break
    }
    expect(seen).toEqual([join(folder, 'a')])
  })

  it('takes nothing and gives nothing', async () => {
    expect(await outcomes([])).toEqual([])
    expect(await outcomes([temporaryFolder()])).toEqual([])
  })
})
