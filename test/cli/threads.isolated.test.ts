import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { logsIn } from '../../src/cli/logs.js'
import type { DecodePart } from '../../src/cli/part.js'
import { screenOf } from '../../src/cli/screen.js'
import { emptyTally } from '../../src/cli/tally.js'
import type { DecodeTask } from '../../src/cli/thread.js'
import { inThreads, threadsFor } from '../../src/cli/threads.js'
import { s3Of } from '../support/envelope.js'
import { poolHere } from '../support/here.js'
import { glueCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

let here = poolHere()
vi.mock('../../src/node/pool.js', () => ({ poolOf: async () => here.pool }))
beforeEach(() => {
  here = poolHere()
})

const MB = 1_000_000
const sized = (...sizes: ReadonlyArray<number>) => sizes.map((size, i) => ({ path: `${i}`, size }))

describe('threadsFor', () => {
  it('starts threads where there is enough to read', () => {
    expect(threadsFor(sized(...Array<number>(2000).fill(5000)), undefined)).toBe(availableParallelism())
    expect(threadsFor(sized(...Array<number>(2000).fill(3000)), undefined)).toBe(1)
    expect(threadsFor(sized(4 * MB, 4 * MB), undefined)).toBe(Math.min(2, availableParallelism()))
  })

  it('starts no more than there are files, and none for one', () => {
    expect(threadsFor(sized(1, 1, 1), 8)).toBe(3)
    expect(threadsFor(sized(100 * MB), undefined)).toBe(1)
    expect(threadsFor([], undefined)).toBe(0)
  })

  it('starts as many as the user asks for, however little there is', () => {
    expect(threadsFor(sized(1, 1, 1), 2)).toBe(2)
    expect(threadsFor(sized(100 * MB, 100 * MB), 1)).toBe(1)
  })

  it('starts none for standard input', () => {
    expect(threadsFor(undefined, 4)).toBe(1)
  })
})

describe('inThreads', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'glue-trail-threads-'))
    for (let i = 0; i < 9; i++)
      writeFileSync(join(folder, `${i}.json`), JSON.stringify({ Records: i === 4 ? [5] : Array(i).fill(glueCall) }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function begun(path = folder) {
    const streams = streamsWith()
    const logs = await logsIn([path], Readable.from([]))
    const screen = await screenOf(streams, logs.total, false)
    const done: Array<number> = []
    return { streams, done, reading: { screen: { ...screen, advance: (bytes: number) => done.push(bytes) }, tally: emptyTally(), logs } }
  }
  const task = { options: { failOn: [] }, format: 'ndjson' } as const

  it('gives the part of each file in order, and says and counts what belongs to it', async () => {
    const { streams, done, reading } = await begun()
    const records: Array<number> = []
    for await (const { tally } of inThreads<DecodePart, DecodeTask>(reading, 'decode', task, 2)) records.push(tally.matched)
    expect(records).toEqual([0, 1, 2, 3, 0, 5, 6, 7, 8])
    expect(streams.err()).toBe(
      `glue-trail: ${join(folder, '4.json')}: record 0, byte 12: expected a CloudTrail record, received a number\n`,
    )
    expect(reading.tally).toEqual({ ...emptyTally(), files: 9, records: 33, glue: 32, matched: 32, broken: 1, unreadable: 1 })
    expect(done).toHaveLength(9)
    expect(done.at(-1)).toBe(reading.logs.total)
  })

  it('writes at most 100 lines of notices, and counts the others', async () => {
    const notices = mkdtempSync(join(tmpdir(), 'glue-trail-threads-'))
    const notice = JSON.stringify(s3Of('a.json.gz'))
    for (let i = 0; i < 60; i++) writeFileSync(join(notices, `${i}.json`), notice)
    const { streams, reading } = await begun(notices)
    for await (const _ of inThreads<DecodePart, DecodeTask>(reading, 'decode', task, 2));
    await reading.screen.end('the last line')
    rmSync(notices, { recursive: true })
    const lines = streams.err().split('\n')
    expect(lines).toHaveLength(103)
    expect(lines[0]).toBe(`${join(notices, '0.json')}: holds no record: a notice that names 1 object`)
    expect(lines.slice(-3)).toEqual(['glue-trail: ... and 20 more', 'the last line', ''])
  })

  it('cuts the files into ranges, all of which know when the command began', async () => {
    const { reading } = await begun()
    for await (const _ of inThreads<DecodePart, DecodeTask>(reading, 'decode', task, 2));
    const tasks = here.asked.slice(0, -1) as ReadonlyArray<DecodeTask>
    expect(tasks.length).toBeGreaterThan(2)
    expect(tasks.flatMap(({ files }) => files)).toEqual(reading.logs.files)
    expect(new Set(tasks.map(({ now }) => now)).size).toBe(1)
    expect(tasks.every(({ format }) => format === 'ndjson')).toBe(true)
  })

  it('ends the threads, also when the caller stops early', async () => {
    const { reading } = await begun()
    for await (const _ of inThreads<DecodePart, DecodeTask>(reading, 'decode', task, 2)) break
    expect(here.asked.at(-1)).toBe('end')
  })
})
