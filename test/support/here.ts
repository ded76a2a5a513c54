/** Replaces a pool of threads where a test runs without them: the tasks, one after the other, in this thread. */
import { decodeRange, summaryRange } from '../../src/cli/thread.js'
import type { Pool } from '../../src/node/pool.js'

const METHODS = { decode: decodeRange, summary: summaryRange } as const

/** A pool, and what was asked of it. */
export function poolHere() {
  const asked: Array<unknown> = []
  const pool: Pool = {
    run: async (method, item) => {
      asked.push(structuredClone(item))
      const run = METHODS[method as keyof typeof METHODS] as (task: unknown) => Promise<unknown>
      return (await run(item)) as never
    },
    mapInOrder: async function* (method, items) {
      for (const item of items) yield await pool.run(method, item)
    },
    end: async () => {
      asked.push('end')
    },
  }
  return { pool, asked }
}
