/** Spark runs the command over a trail and reads what it wrote as Parquet: the same calls each time, with an executor killed half way, too. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partitionOf } from '../../../src/archive/partition.js'
import { rowsOf } from '../../../src/archive/row.js'
import { decodeFiles } from '../../../src/node/decode-files.js'
import { run } from '../../e2e/command.js'
import { sparkEnvironment } from './environment.js'
import { submit } from './submit.js'
import { writeTrail } from './trail.js'

const FILES = 200
const RECORDS = 400
const SEED = 20240614

type Counts = Readonly<Record<string, number>>

interface Answers {
  readonly version: string
  readonly pipe: Counts
  readonly table: Counts
  readonly partitions: ReadonlyArray<string>
  readonly folders: ReadonlyArray<readonly [string, string, string, number]>
  readonly rows: ReadonlyArray<readonly [string, number, string, boolean]>
  readonly resources: ReadonlyArray<readonly [string, number]>
  readonly seconds: { readonly pipe: ReadonlyArray<number>; readonly table: ReadonlyArray<number> }
}

interface Killed {
  readonly executors: ReadonlyArray<number>
  readonly victim: number
  /** What tasks reported before the executor was killed and after it: a word, the task, the process. */
  readonly before: ReadonlyArray<readonly [string, string, string]>
  readonly after: ReadonlyArray<readonly [string, string, string]>
  readonly pipe: Counts
}

let folder: string
let bin: string
let trail: string
let statements: string
let one: Answers
let two: Answers
/** Calls of Glue by API, and rows of everything, as one process finds them. */
let glue: Counts
const all = new Map<string, number>()
const places = new Map<string, number>()
const resources = new Map<string, number>()
const rows = new Map<string, { readonly time: number; readonly resources: unknown }>()

const count = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1)

beforeAll(async () => {
  bin = sparkEnvironment()
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-spark-'))
  trail = join(folder, 'trail')
  writeTrail(trail, FILES, RECORDS, SEED)

  const found = new Map<string, number>()
  const { status, out } = run(['decode', trail])
  expect(status).toBe(0)
  for (const line of out.trimEnd().split('\n')) {
    const { eventSource, eventName } = JSON.parse(line) as { readonly eventSource: string; readonly eventName: string }
    count(found, `${eventSource}/${eventName}`)
  }
  glue = Object.fromEntries(found)
  for await (const log of decodeFiles([trail])) {
    for (const row of rowsOf(log)) {
      count(all, `${row.event_source}/${row.event_name}`)
      count(places, partitionOf(row))
      for (const { type, name } of row.resources ?? []) if (name !== null) count(resources, type)
      if (row.event_source === 'glue.amazonaws.com' && row.event_id !== null)
        rows.set(row.event_id, { time: Date.parse(row.event_time ?? ''), resources: row.resources })
    }
  }

  const archive = join(folder, 'archive')
  const written = run(['decode', trail, '--source', '*', '--format', 'parquet', '--out', archive])
  expect(written.status).toBe(0)
  statements = join(folder, 'archive.sql')
  writeFileSync(statements, run(['schema', '--spark', '--location', archive]).out)
  one = await submit<Answers>({ bin, executors: 1, folder: join(folder, 'one') }, 'answers.py', [trail, statements])
  two = await submit<Answers>({ bin, executors: 2, folder: join(folder, 'two') }, 'answers.py', [trail, statements])
}, 900_000)

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

describe('Spark, with one executor and with two', () => {
  it('runs the command over lines, and finds what one process finds', () => {
    expect(Object.keys(glue).length).toBeGreaterThan(5)
    expect(one.pipe).toEqual(glue)
    expect(two.pipe).toEqual(glue)
  })

  it('reads the Parquet as the table that was printed', () => {
    expect(one.table).toEqual(Object.fromEntries(all))
    expect(two.table).toEqual(Object.fromEntries(all))
  })

  it('finds the folders of accounts, regions and days', () => {
    expect(two.partitions.length).toBeGreaterThan(10)
    expect(two.partitions).toEqual([...places.keys()].sort())
    const byFolder = two.folders.map(([account, region, day, records]) => [`account=${account}/region=${region}/day=${day}`, records])
    expect(Object.fromEntries(byFolder)).toEqual(Object.fromEntries(places))
    // An account that begins with zeros is no number.
    expect(two.folders.some(([account]) => account === '000000000001')).toBe(true)
  })

  it('reads times, resources and the bytes of records as they are', () => {
    expect(two.rows.length).toBe(2000)
    for (const [id, time, list, isSame] of two.rows) {
      expect(isSame).toBe(true)
      expect(time).toBe(rows.get(id)?.time)
      // Spark leaves out what is null.
      const wanted = JSON.parse(JSON.stringify(rows.get(id)?.resources), (_, value: unknown) => value ?? undefined) as unknown
      expect(JSON.parse(list)).toEqual(wanted)
    }
    expect(Object.fromEntries(two.resources)).toEqual(Object.fromEntries(resources))
  })

  it('takes its time', () => {
    const best = ({ seconds }: Answers): string => `pipe ${Math.min(...seconds.pipe)} s, table ${Math.min(...seconds.table)} s`
    process.stdout.write(
      `Spark ${two.version}: one executor ${best(one)}; two ${best(two)}; all ${JSON.stringify([one.seconds, two.seconds])}\n`,
    )
    expect(two.seconds.pipe.length).toBe(3)
  })
})

describe('an executor that is killed half way', () => {
  it('changes nothing of what is found', async () => {
    const place = join(folder, 'killed')
    const { executors, victim, before, after, pipe } = await submit<Killed>({ bin, executors: 2, folder: place }, 'killed.py', [
      trail,
      place,
    ])
    expect(executors.length).toBe(2)
    expect(executors).toContain(victim)
    // Half of the tasks were done, and the one that was killed was at work.
    expect(before.filter(([word]) => word === 'done').length).toBeGreaterThanOrEqual(8)
    expect(before.some(([word, , pid]) => word === 'waiting' && Number(pid) === victim)).toBe(true)
    // Its work was done by others.
    const task = before.find(([word, , pid]) => word === 'waiting' && Number(pid) === victim)?.[1]
    expect(after.some(([word, again, pid]) => word === 'done' && again === task && Number(pid) !== victim)).toBe(true)
    expect(pipe).toEqual(glue)
  }, 300_000)
})
