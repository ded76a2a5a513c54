/** The memory of a process of Node, such as the command. */
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { expect } from 'vitest'

/** Prints the largest resident set size of the process at its end, in kilobytes; it is loaded in threads as well. */
const SAY_MEMORY =
  "data:text/javascript,if((await import('node:worker_threads')).isMainThread)process.on('exit', () => console.error('resident', process.resourceUsage().maxRSS))"

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
  return { bytes: Number(/resident (\d+)/.exec(stderr)?.[1]) * 1024, status, err: stderr }
}
