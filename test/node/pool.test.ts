import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { poolOf } from '../../src/node/pool.js'
import { temporaryFolder } from '../support/folder.js'

const library = JSON.stringify(join(process.cwd(), 'node_modules', 'workerpool'))

function script(methods: string): string {
  const path = join(temporaryFolder(), 'script.cjs')
  writeFileSync(path, `require(${library}).worker(${methods})`)
  return path
}

async function results(methods: string, items: ReadonlyArray<unknown>): Promise<ReadonlyArray<unknown>> {
  const pool = await poolOf(script(methods), 2)
  try {
    const all: Array<unknown> = []
    for await (const result of pool.mapInOrder('work', items)) all.push(result)
    return all
  } finally {
    await pool.end()
  }
}

describe('poolOf', () => {
  it('runs a method for each item in threads, results in order', async () => {
    expect(await results('{ work: (n) => new Promise((done) => setTimeout(done, 20 - n, n * n)) }', [1, 2, 3, 4])).toEqual([1, 4, 9, 16])
  })

  it('runs no more threads than it may', async () => {
    const ids = await results('{ work: () => require("node:worker_threads").threadId }', [1, 2, 3, 4, 5, 6, 7, 8])
    expect(new Set(ids).size).toBeLessThanOrEqual(2)
    expect(ids).not.toContain(0)
  })

  it('rejects with what a method throws', async () => {
    await expect(results('{ work: () => { throw new Error("no") } }', [1])).rejects.toThrow('no')
  })

  it('rejects where a result cannot be sent', async () => {
    await expect(results('{ work: () => [() => 1] }', [1])).rejects.toThrow(
      'a result cannot go from thread to thread: it must be plain data',
    )
    await expect(results('{ work: async () => [() => 1] }', [1])).rejects.toThrow('a result cannot go from thread to thread')
  })

  it('rejects where a thread ends, and hangs not', async () => {
    const dies = 'a worker thread ended before it was done'
    await expect(results('{ work: () => process.exit(3) }', [1, 2, 3])).rejects.toThrow(dies)
    await expect(results('{ work: () => setTimeout(() => { throw new Error("late") }) && new Promise(() => {}) }', [1])).rejects.toThrow(
      dies,
    )
  })

  it('ends threads that are busy', async () => {
    const pool = await poolOf(script('{ work: (n) => { while (n > 0); return n } }'), 2)
    const taken = pool.mapInOrder('work', [0, 1])
    expect(await taken.next()).toEqual({ done: false, value: 0 })
    await pool.end()
    await expect(taken.next()).rejects.toThrow('Worker terminated')
  })
})
