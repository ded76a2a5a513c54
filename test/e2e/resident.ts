/** The memory of a process of Node, such as the command. */
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { expect } from 'vitest'

/** Prints the most memory that the process had resident, in bytes, at its end; it is loaded in threads as well. */
const SAY_MEMORY = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads'
import { peakMemory } from ${JSON.stringify(new URL('../support/peak-memory.mjs', import.meta.url))}
if (isMainThread) process.on('exit', () => console.error('resident', peakMemory()))`)}`

/** What a process took, and what it said. */
export interface Resident {
  readonly bytes: number
  readonly status: number | null
  readonly err: string
}

/**
 * Runs Node.
 *
 * @param args - Its options, the path of a program, and what that takes.
 * @param input - The path of a file that is its standard input.
 */
export function residentOf(args: ReadonlyArray<string>, input?: string): Resident {
  const { status, stderr } = spawnSync(process.execPath, ['--import', SAY_MEMORY, ...args], {
    stdio: [input === undefined ? 'ignore' : openSync(input, 'r'), 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, COLUMNS: '80' },
  })
  expect([0, 1], `${args.join(' ')}\n${stderr.slice(0, 2000)}`).toContain(status)
  return { bytes: Number(/resident (\d+)/.exec(stderr)?.[1]), status, err: stderr }
}
