/** `glue-trail` on the way to engines: Parquet and the statements for it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow, parquetIn } from '../support/parquet.js'
import { runCommand } from '../support/run-command.js'

const TRAIL = 'examples/trail'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-e2e-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('parquet', () => {
  it('has the same records as NDJSON, byte for byte', async () => {
    const out = join(folder, 'all')
    const { status, err } = await runCommand(['decode', TRAIL, '--source', '*', '--format', 'parquet', '--out', out])
    expect([status, err]).toEqual([
      0,
      '8 files, 149 records, 98 Glue, 149 matched, 0 unknown, 1 nonconforming, 0 broken, 2 files written\n',
    ])
    const read = await Promise.all([...filesBelow(out).values()].map(parquetIn))
    const raw = read.flatMap(({ rows }) => rows.map((row) => String(row.raw)))
    const lines = (await runCommand(['decode', TRAIL, '--source', '*'])).out.trimEnd().split('\n')
    expect(raw.sort()).toEqual(lines.sort())
    for (const { rows } of read) {
      for (const row of rows) expect(row.record_sha256).toBe(createHash('sha256').update(String(row.raw)).digest('hex'))
    }
  })

  it('is overwritten by the same run', async () => {
    const out = join(folder, 'twice')
    const once = async () => {
      expect((await runCommand(['decode', TRAIL, '--format', 'parquet', '--out', out])).status).toBe(0)
      return filesBelow(out)
    }
    expect(await once()).toEqual(await once())
  })

  it('has no secrets with --redact', async () => {
    const secret = 'example-not-for-print'
    const outputs = async (args: ReadonlyArray<string>) => {
      const out = mkdtempSync(join(folder, 'secret-'))
      await runCommand(['decode', TRAIL, '--exposed', '--format', 'parquet', '--out', out, ...args])
      const read = await Promise.all([...filesBelow(out).values()].map(parquetIn))
      return JSON.stringify(read.map(({ rows }) => rows))
    }
    expect(await outputs([])).toContain(secret)
    const redacted = await outputs(['--redact'])
    expect(redacted).not.toContain(secret)
    expect(redacted).toContain('StartJobRun')
  })

  it('reports a missing folder, and a folder that is not used', async () => {
    expect(await runCommand(['decode', TRAIL, '--format', 'parquet'])).toMatchObject({ status: 2, out: '' })
    expect((await runCommand(['decode', TRAIL, '--out', folder])).err).toMatch(
      /^glue-trail decode: '--out' is for '--format parquet'; try --help\n$/,
    )
  })
})

describe('table', () => {
  it.each(['athena', 'spark', 'duckdb'])('prints the statements for %s', async (engine) => {
    const { status, out, err } = await runCommand([
      'table',
      `--${engine}`,
      '--table',
      'audit.cloudtrail',
      '--location',
      's3://my-archive/cloudtrail/',
    ])
    expect([status, err]).toEqual([0, ''])
    await expect(out).toMatchFileSnapshot(`golden/${engine}.sql`)
  })
})
