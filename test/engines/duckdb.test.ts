/** DuckDB reads the Parquet through the printed view, and finds what NDJSON has. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { PARTITIONS } from '../../src/archive/partition.js'
import { rowsOf } from '../../src/archive/row.js'
import { exampleOf } from '../../src/example/index.js'
import { GLUE_APIS } from '../../src/generated/registry.js'
import { decodeFiles } from '../../src/node/decode-files.js'
import { runProcess } from '../e2e/command.js'
import { glueCall } from '../support/records.js'
import { ROOT } from '../support/root.js'
import { describeShared, sharedPath } from '../support/shared.js'

let folder: string
let connection: DuckDBConnection
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-duckdb-'))
  connection = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The rows that a query gives, numbers beyond 2^53 as texts. */
const rowsFrom = async (query: string): Promise<ReadonlyArray<Record<string, unknown>>> =>
  (await connection.runAndReadAll(query)).getRowObjectsJson() as ReadonlyArray<Record<string, unknown>>

/** Writes what is below a path as Parquet, and makes the view by the printed statement. */
async function viewOf(table: string, path: string): Promise<void> {
  const out = join(folder, table)
  const { status, err } = runProcess(['decode', path, '--source', '*', '--format', 'parquet', '--out', out])
  if (status === 2 || !err.includes(' written')) throw new Error(err)
  const { out: statement } = runProcess(['table', '--duckdb', '--table', table, '--location', out])
  await connection.run(statement)
}

/** The columns whose cells DuckDB gives back as they are in a row; the time apart. */
const SELECTED = COLUMNS.filter(({ type }) => type !== 'time').map(({ name }) => `"${name}"`)

/** With a space for the T and without zone where a table wrote it. */
const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d*Z?$/

async function agree(table: string, path: string): Promise<number> {
  await viewOf(table, path)
  const found = await rowsFrom(
    `SELECT epoch_ms("event_time") AS "event_time", ${SELECTED.join(', ')} FROM "${table}" ORDER BY "file", "index"`,
  )
  const wanted: Array<Record<string, unknown>> = []
  for await (const log of decodeFiles([path])) {
    for (const { event_time, ...row } of rowsOf(log)) {
      // A time in a form that CloudTrail does not use is null.
      const [, day, clock] = ISO.exec(event_time ?? '') ?? []
      const time = day === undefined ? null : String(Date.parse(`${day}T${clock}Z`))
      wanted.push({ ...row, event_time: time })
    }
  }
  const order = (a: Record<string, unknown>, b: Record<string, unknown>): number =>
    Buffer.compare(Buffer.from(String(a.file)), Buffer.from(String(b.file))) || Number(a.index) - Number(b.index)
  expect(found.length).toBe(wanted.length)
  wanted.sort(order)
  for (const [i, row] of [...found].sort(order).entries()) expect(row).toEqual(wanted[i])
  // And the bytes of every record, which NDJSON has as well.
  const lines = runProcess(['decode', path, '--source', '*']).out.trimEnd().split('\n')
  const raw = found.map((row) => JSON.stringify(JSON.parse(String(row.raw))))
  expect(raw.sort()).toEqual(lines.map((line) => JSON.stringify(JSON.parse(line))).sort())
  return found.length
}

describe('DuckDB', () => {
  it('agrees row by row with NDJSON on the example trail', async () => {
    expect(await agree('example', 'examples/trail')).toBe(149)
  })

  it('agrees on an example of every API', async () => {
    const path = join(folder, 'apis.ndjson')
    writeFileSync(path, GLUE_APIS.map((name) => `${JSON.stringify(exampleOf(name, { seed: 7 }))}\n`).join(''))
    expect(await agree('apis', path)).toBe(GLUE_APIS.length)
  })

  it('agrees on records that are odd', async () => {
    const path = join(folder, 'odd.ndjson')
    const records = [
      { ...glueCall, awsRegion: '../x=%2F é\u{1f512}', recipientAccountId: '000000000001' },
      { ...glueCall, awsRegion: 'r'.repeat(300) },
      { ...glueCall, eventTime: 'soon' },
      { ...glueCall, eventTime: '1969-12-31T23:59:59Z' },
      { ...glueCall, eventTime: '9999-12-31T23:59:59Z' },
      { ...glueCall, userAgent: '\u0000\n"\'\u202e', errorMessage: 'x'.repeat(100_000) },
      { eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' },
    ]
    writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    // A region that cannot name a folder is in the files only.
    await viewOf('odd', path)
    const regions = await rowsFrom('SELECT "index", account, region, day FROM odd ORDER BY "index"')
    expect(regions.map(({ account, region, day }) => [account, region, day])).toEqual([
      ['000000000001', '../x=%2F é\u{1f512}', '2024-05-14'],
      ['123456789012', null, '2024-05-14'],
      ['123456789012', 'eu-central-1', null],
      ['123456789012', 'eu-central-1', '1969-12-31'],
      ['123456789012', 'eu-central-1', '9999-12-31'],
      ['123456789012', 'eu-central-1', '2024-05-14'],
      [null, null, null],
    ])
    const files = `read_parquet('${join(folder, 'odd')}/*/*/*/*.parquet', hive_partitioning = false)`
    expect((await rowsFrom(`SELECT region, user_agent, length(error_message) AS n FROM ${files} ORDER BY "index"`)).slice(1, 6)).toEqual([
      { region: 'r'.repeat(300), user_agent: null, n: null },
      { region: 'eu-central-1', user_agent: null, n: null },
      { region: 'eu-central-1', user_agent: null, n: null },
      { region: 'eu-central-1', user_agent: null, n: null },
      { region: 'eu-central-1', user_agent: '\u0000\n"\'\u202e', n: '100000' },
    ])
  })

  it('knows the types that the list promises', async () => {
    const types = new Map((await rowsFrom('DESCRIBE example')).map(({ column_name, column_type }) => [column_name, column_type]))
    const pairs = new Set(COLUMNS.map(({ name, type }) => `${type}: ${types.get(name)}`))
    expect([...pairs].sort()).toEqual([
      'boolean: BOOLEAN',
      'integer: INTEGER',
      'json: VARCHAR',
      'resources: STRUCT("type" VARCHAR, "name" VARCHAR, "within" VARCHAR, arn VARCHAR, account_id VARCHAR, region VARCHAR, outcome VARCHAR)[]',
      'string: VARCHAR',
      'time: TIMESTAMP WITH TIME ZONE',
    ])
    expect(PARTITIONS.map((name) => types.get(name))).toEqual(['VARCHAR', 'VARCHAR', 'VARCHAR'])
  })

  it('finds the hash of the bytes of each record', async () => {
    expect(await rowsFrom('SELECT count(*) AS n FROM example WHERE sha256(raw) = record_sha256')).toEqual([{ n: '149' }])
  })

  it('has the same rows after the same was written again', async () => {
    const before = createHash('sha256')
      .update(JSON.stringify(await rowsFrom('SELECT * FROM example ORDER BY "file", "index"')))
      .digest('hex')
    await viewOf('example', 'examples/trail')
    const after = createHash('sha256')
      .update(JSON.stringify(await rowsFrom('SELECT * FROM example ORDER BY "file", "index"')))
      .digest('hex')
    expect(after).toBe(before)
  })
})

describe('docs/guide/duckdb.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'guide', 'duckdb.md'), 'utf8')
  const queries = [...page.matchAll(/^```sql\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gm)].map(([, query = '', shown = '']) => ({
    query,
    shown,
  }))

  it('has queries, each with what it gives', () => {
    expect(queries.length).toBeGreaterThan(4)
    expect(page.match(/^```sql/gm)?.length).toBe(queries.length)
  })

  it.each(queries)('$query', async ({ query, shown }) => {
    await viewOf('cloudtrail', 'examples/trail')
    const rows = await rowsFrom(query)
    const names = Object.keys(rows[0] ?? {})
    expect([names, ...rows.map((row) => names.map((name) => String(row[name])))].map((cells) => cells.join(' | ')).join('\n')).toBe(
      shown.trimEnd(),
    )
  })
})

describeShared('records that others published', () => {
  it('agree', async () => {
    const path = sharedPath('corpus/records')
    expect(readdirSync(path).length).toBeGreaterThan(3)
    expect(await agree('corpus', path)).toBeGreaterThan(800)
  })
})
