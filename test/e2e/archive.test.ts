/** `glue-trail` on the way to and from engines: Parquet, the statements for it, and lines in and out. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow, parquetIn } from '../support/parquet.js'
import { glueCall } from '../support/records.js'
import { COMMAND, ROOT, run } from './command.js'

const TRAIL = 'examples/trail'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-e2e-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('parquet', () => {
  it('has the records that NDJSON has, in all their bytes', async () => {
    const out = join(folder, 'all')
    const { status, err } = run(['decode', TRAIL, '--source', '*', '--format', 'parquet', '--out', out])
    expect([status, err]).toEqual([
      0,
      '8 files, 149 records, 98 Glue, 149 matched, 0 unknown, 1 nonconforming, 0 broken, 2 files written\n',
    ])
    const read = await Promise.all([...filesBelow(out).values()].map(parquetIn))
    const raw = read.flatMap(({ rows }) => rows.map((row) => String(row.raw)))
    const lines = run(['decode', TRAIL, '--source', '*']).out.trimEnd().split('\n')
    expect(raw.sort()).toEqual(lines.sort())
    for (const { rows } of read) {
      for (const row of rows) expect(row.record_sha256).toBe(createHash('sha256').update(String(row.raw)).digest('hex'))
    }
  })

  it('is written over by the same run', () => {
    const out = join(folder, 'twice')
    const once = () => {
      expect(run(['decode', TRAIL, '--format', 'parquet', '--out', out]).status).toBe(0)
      return filesBelow(out)
    }
    expect(once()).toEqual(once())
  })

  it('has no secret where that is asked for', async () => {
    const secret = 'example-not-for-print'
    const texts = (args: ReadonlyArray<string>) => {
      const out = mkdtempSync(join(folder, 'secret-'))
      run(['decode', TRAIL, '--exposed', '--format', 'parquet', '--out', out, ...args])
      return Promise.all([...filesBelow(out).values()].map(parquetIn)).then((read) => JSON.stringify(read.map(({ rows }) => rows)))
    }
    expect(await texts([])).toContain(secret)
    const redacted = await texts(['--redact'])
    expect(redacted).not.toContain(secret)
    expect(redacted).toContain('StartJobRun')
  })

  it('says what is missing, and what the folder is for', () => {
    expect(run(['decode', TRAIL, '--format', 'parquet'])).toMatchObject({ status: 2, out: '' })
    expect(run(['decode', TRAIL, '--out', folder]).err).toMatch(/error: '--out' is for '--format parquet'\n$/)
  })
})

describe('table', () => {
  it.each(['athena', 'spark', 'duckdb'])('prints the statements for %s', async (engine) => {
    const { status, out, err } = run(['table', `--${engine}`, '--table', 'audit.cloudtrail', '--location', 's3://my-archive/cloudtrail/'])
    expect([status, err]).toEqual([0, ''])
    await expect(out).toMatchFileSnapshot(`golden/${engine}.sql`)
  })
})

describe('stream', () => {
  const line = `${JSON.stringify(glueCall)}\n`

  it('writes what came of a line before the next one comes', async () => {
    const child = spawn(process.execPath, [COMMAND, 'decode', '-', '--stream'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    for (let i = 1; i <= 3; i++) {
      const answered = new Promise<void>((resolve) => {
        child.stdout.setEncoding('utf8').once('data', (text: string) => {
          out += text
          resolve()
        })
      })
      child.stdin.write(line)
      await answered
      expect(out).toBe(line.repeat(i))
    }
    child.stdin.write('{"a":\n')
    child.stdin.end()
    const status = await new Promise((resolve) => child.once('close', resolve))
    expect([status, err]).toEqual([
      0,
      'glue-trail: line 4: record 0, byte 0: expected its end, received the end of the text\n' +
        '1 file, 4 records, 3 Glue, 3 matched, 0 unknown, 0 nonconforming, 1 broken\n',
    ])
  })

  it('holds no more of a long stream than of a short one', async () => {
    // Five times what the process may have.
    const child = spawn(process.execPath, ['--max-old-space-size=24', COMMAND, 'decode', '-', '--stream'], { cwd: ROOT })
    const chunk = line.repeat(1000)
    const chunks = 300
    let bytes = 0
    child.stdout.on('data', (data: Buffer) => {
      bytes += data.length
    })
    const closed = new Promise((resolve) => child.once('close', resolve))
    for (let i = 0; i < chunks; i++) if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve))
    child.stdin.end()
    expect(await closed).toBe(0)
    expect(bytes).toBe(chunks * chunk.length)
    expect(bytes).toBeGreaterThan(120 * 1024 * 1024)
  })
})
