/** Spark, with executors that are processes of their own, pipes log files through the command and reads its Parquet. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/archive/row.js'
import { decodeFiles } from '../../src/node/decode-files.js'
import { runProcess } from '../e2e/command.js'
import { ROOT } from '../support/root.js'
import { submit, submitted } from './spark/submit.js'
import { writeTrail } from './spark/trail.js'

type Counts = Readonly<Record<string, number>>

interface Answers {
  readonly version: string
  readonly pipe: Counts
  readonly table: Counts
  readonly partitions: ReadonlyArray<string>
  readonly folders: ReadonlyArray<readonly [account: string, region: string, day: string, calls: number]>
  readonly rows: ReadonlyArray<readonly [id: string, millis: number, resources: string, whole: boolean]>
  readonly resources: ReadonlyArray<readonly [type: string, count: number]>
  readonly seconds: { readonly pipe: ReadonlyArray<number>; readonly table: ReadonlyArray<number> }
}

type Report = readonly [word: 'waiting' | 'done', task: string, executor: string]

interface Killed {
  readonly executors: ReadonlyArray<number>
  readonly victim: number
  readonly before: ReadonlyArray<Report>
  readonly after: ReadonlyArray<Report>
  readonly pipe: Counts
}

interface Call {
  readonly eventSource: string
  readonly eventName: string
  readonly eventID: string
  readonly eventTime: string
  readonly awsRegion: string
  readonly recipientAccountId: string
}

const FILES = 200

let folder: string
let trail: string
let statements: string
let all: ReadonlyArray<Call>
/** Of each record, without what is null: Spark's JSON has no nulls. */
let resources: ReadonlyMap<string, ReadonlyArray<{ readonly type: string }>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-spark-'))
  trail = join(folder, 'trail')
  statements = join(folder, 'archive.sql')
  writeTrail(trail, FILES, 400, 7)
  all = decoded('--source', '*')
  const archive = join(folder, 'archive')
  const { status, err } = runProcess(['decode', trail, '--source', '*', '--format', 'parquet', '--out', archive])
  if (status !== 0) throw new Error(err)
  resources = await resourcesIn(trail)
  writeFileSync(statements, runProcess(['table', '--spark', '--location', archive]).out)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the command finds by itself. */
function decoded(...options: ReadonlyArray<string>): ReadonlyArray<Call> {
  const { status, out, err } = runProcess(['decode', trail, '--workers', '1', ...options])
  if (status !== 0 || !err.includes(`${FILES} files, `)) throw new Error(err)
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Call)
}

async function resourcesIn(path: string): Promise<typeof resources> {
  const withoutNull = (_: string, value: unknown): unknown => value ?? undefined
  const found = new Map<string, ReadonlyArray<{ readonly type: string }>>()
  for await (const log of decodeFiles([path])) {
    for (const { event_id, resources } of rowsOf(log)) found.set(event_id ?? '', JSON.parse(JSON.stringify(resources ?? [], withoutNull)))
  }
  return found
}

function countsOf(names: Iterable<string>): Counts {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const byApi = (calls: ReadonlyArray<Call>): Counts => countsOf(calls.map(({ eventSource, eventName }) => `${eventSource}/${eventName}`))

describe.each([
  [1, 'in-memory'],
  [2, 'hive'],
] as const)('Spark with executors: %i, and a catalog: %s', (executors, catalog) => {
  let found: Answers
  beforeAll(() => {
    found = submit('answers.py', [trail, statements], executors, join(folder, `place-${executors}`), catalog) as Answers
    const { pipe, table } = found.seconds
    console.log(`Spark ${found.version}, executors: ${executors}, cores: ${cpus().length}, records: ${all.length}`)
    console.log(`seconds of three runs: pipe ${pipe.join(', ')}; Parquet ${table.join(', ')}`)
  })

  it('counts the same through the command as the command alone', () => {
    expect(Object.keys(found.pipe).length).toBeGreaterThan(8)
    expect(found.pipe).toEqual(byApi(decoded()))
  })

  it('counts the same in the Parquet, by API and by folder', () => {
    expect(found.table).toEqual(byApi(all))
    const places = all.map((call) => `account=${call.recipientAccountId}/region=${call.awsRegion}/day=${call.eventTime.slice(0, 10)}`)
    expect(
      Object.fromEntries(found.folders.map(([account, region, day, n]) => [`account=${account}/region=${region}/day=${day}`, n])),
    ).toEqual(countsOf(places))
    expect(found.partitions).toEqual([...new Set(places)].sort())
    expect(found.partitions.length).toBeGreaterThan(12)
  })

  it('reads times, resources within rows, and the bytes of records', () => {
    const calls = new Map(all.map((call) => [call.eventID, call]))
    expect(found.rows.length).toBe(2000)
    for (const [id, millis, texts, whole] of found.rows) {
      expect([millis, whole]).toEqual([Date.parse(calls.get(id)?.eventTime ?? ''), true])
      expect(JSON.parse(texts)).toEqual(resources.get(id))
    }
    expect(found.resources.length).toBeGreaterThan(2)
    expect(Object.fromEntries(found.resources)).toEqual(countsOf([...resources.values()].flat().map(({ type }) => type)))
  })
})

describe('an executor that is killed half way', () => {
  it('costs nothing but the time of its tasks', () => {
    const place = join(folder, 'place-killed')
    const { executors, victim, before, after, pipe } = submit('killed.py', [trail, place], 2, place) as Killed
    expect(executors.length).toBe(2)
    expect(executors).toContain(victim)
    // Half of the tasks were done, and both executors were in the middle of one.
    expect(before.filter(([word]) => word === 'done').length).toBe(8)
    expect(new Set(before.filter(([word]) => word === 'waiting').map(([, , pid]) => Number(pid)))).toEqual(new Set(executors))
    // All that the dead one had done or begun was done again by others.
    const lost = new Set(before.filter(([, , pid]) => Number(pid) === victim).map(([, task]) => task))
    const again = after.filter(([word, , pid]) => word === 'done' && Number(pid) !== victim).map(([, task]) => task)
    expect(lost.size).toBeGreaterThan(1)
    expect([...lost].filter((task) => !again.includes(task))).toEqual([])
    expect(pipe).toEqual(byApi(decoded()))
  })
})

describe('docs/guide/spark.md', () => {
  const page = readFileSync(join(ROOT, 'docs', 'guide', 'spark.md'), 'utf8')
  const blocks = (language: string): ReadonlyArray<string> =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text)

  it('prints what it shows', () => {
    const program = join(folder, 'calls.py')
    const archive = join(folder, 'example')
    writeFileSync(program, blocks('python').join('\n'))
    expect(runProcess(['decode', 'examples/trail', '--source', '*', '--format', 'parquet', '--out', archive]).status).toBe(0)
    writeFileSync(join(folder, 'example.sql'), runProcess(['table', '--spark', '--location', archive]).out)
    const printed = submitted(program, [join(ROOT, 'examples', 'trail'), join(folder, 'example.sql')], 2, join(folder, 'place-page'))
    expect(blocks('python').length).toBe(2)
    expect(printed.trim().replace(/\n\n+/g, '\n')).toBe(blocks('text').join('').trim())
  })
})
