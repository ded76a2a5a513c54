import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { reduceFiles } from 'glue-trail/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someRecords } from '../support/logs.js'

/** A module, as an address. */
const code = (content: string): URL => new URL(`data:text/javascript,${encodeURIComponent(content)}`)
const reducer = (step: string, more = ''): URL =>
  code(`export default { initial: () => [], step: ${step}, merge: (a, b) => [...a, ...b], ${more} }`)

const NAMES = reducer(
  `(all, { path, counts, entries }) => [...all, [path.slice(-7), counts.records, entries.map(({ raw }) => raw.eventID)]]`,
)

/** Files of different sizes: 0 to 6 records each. */
const folder = mkdtempSync(join(tmpdir(), 'glue-trail-reduce-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  for (let i = 0; i < 60; i++) {
    const Records = someRecords(i % 7)
    writeFileSync(
      join(folder, `${String(100 + i)}.json`),
      i % 2 === 0 ? JSON.stringify({ Records }) : gzipSync(JSON.stringify({ Records })),
    )
  }
})

/** Ends of paths are all that is compared. */
const name = (i: number): string => `${100 + i}.json`.slice(-7)

describe('reduceFiles', () => {
  it('gives the same with any number of threads, in the order of the files', async () => {
    const one = await reduceFiles<ReadonlyArray<readonly [string, number]>>([folder], NAMES, { workers: 1 })
    expect(one.map(([path, records]) => [path, records])).toEqual(Array.from({ length: 60 }, (_, i) => [name(i), i % 7]))
    for (const workers of [2, 3]) expect(await reduceFiles([folder], NAMES, { workers })).toEqual(one)
    expect(await reduceFiles([folder], NAMES)).toEqual(one)
  })

  it('follows links out of a folder where the reducer asks for it', async () => {
    const links = mkdtempSync(join(tmpdir(), 'glue-trail-links-'))
    symlinkSync(join(folder, '106.json'), join(links, '106.json'))
    const step = '(all, { counts }) => [...all, counts.records]'
    expect(await reduceFiles([links], reducer(step))).toEqual([0])
    expect(await reduceFiles([links], reducer(step, 'options: { followLinks: true }'))).toEqual([6])
    rmSync(links, { recursive: true })
  })

  it('runs the reducer in threads, and in this one where one worker is enough', async () => {
    const threads = code(`import { threadId } from 'node:worker_threads'
      export default { initial: () => new Set([threadId]), step: (all) => all.add(threadId), merge: (a, b) => new Set([...a, ...b]) }`)
    const { threadId } = await import('node:worker_threads')
    const two = await reduceFiles<Set<number>>([folder], threads, { workers: 2 })
    expect(two.has(threadId)).toBe(false)
    expect(two.size).toBe(2)
    const here = new Set([threadId])
    for (const [paths, workers] of [
      [[folder], 1],
      [[folder], 0],
      [[join(folder, '100.json')], 4],
    ] as const)
      expect(await reduceFiles(paths, threads, { workers })).toEqual(here)
  })

  it('reads as the options of the reducer say', async () => {
    const none = reducer('(all, { counts }) => [...all, counts.unmatched]', 'options: { where: { test: () => "NO" } }')
    const counts = Array.from({ length: 60 }, (_, i) => i % 7)
    for (const workers of [1, 2]) expect(await reduceFiles([folder], none, { workers })).toEqual(counts)
  })

  it('returns the initial result without files', async () => {
    expect(await reduceFiles([], NAMES, { workers: 2 })).toEqual([])
  })

  it('gives files that cannot be read to the reducer', async () => {
    const codes = reducer('(all, { issues }) => [...all, ...issues.map(({ code, received }) => code + " " + received)]')
    for (const workers of [1, 2])
      expect(await reduceFiles(['no file', join(folder, '100.json'), 'none'], codes, { workers })).toEqual([
        'UNREADABLE ENOENT',
        'UNREADABLE ENOENT',
      ])
  })

  it('rejects with the path of the file at which the reducer threw', async () => {
    const throws = reducer('(all, { path }) => { if (path.endsWith("142.json")) throw new RangeError("odd"); return all }')
    for (const workers of [1, 2]) {
      const error = await reduceFiles([folder], throws, { workers }).catch((thrown: unknown) => thrown)
      expect(error).toEqual(new Error(`the reducer failed at ${join(folder, '142.json')}`, { cause: new RangeError('odd') }))
      expect((error as Error).cause).toBeInstanceOf(RangeError)
    }
  })

  it('rejects with the path also where what was thrown cannot leave the thread', async () => {
    const throws = reducer('() => { throw Object.assign(new Error("odd"), { cause: () => 1 }) }')
    const error = await reduceFiles([folder], throws, { workers: 2 }).catch((thrown: unknown) => thrown)
    expect(error).toEqual(new Error(`the reducer failed at ${join(folder, '100.json')}`, { cause: new Error('odd') }))
  })

  it('rejects where the result cannot leave the thread', async () => {
    await expect(reduceFiles([folder], reducer('() => [() => 1]'), { workers: 2 })).rejects.toThrow(
      'a result cannot go from thread to thread: it must be plain data',
    )
  })

  it('rejects where a thread ends, and hangs not', async () => {
    const dies = reducer(`(all, { path }) => path.endsWith('120.json') ? process.exit(0) : all`)
    await expect(reduceFiles([folder], dies, { workers: 2 })).rejects.toThrow('a worker thread ended before it was done')
  })

  it('rejects if the module is not a reducer, before anything is read', async () => {
    await expect(reduceFiles([folder], code('export default 5'))).rejects.toThrow('no default export')
    await expect(reduceFiles([folder], join(folder, 'none.mjs'))).rejects.toThrow(/none\.mjs/)
  })
})
