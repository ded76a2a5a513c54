/**
 * The built command in a process of its own, and what that process took.
 *
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { root } from '../build.js'

/** What a process took: processor time and time by the clock in milliseconds, the peak of its memory in MB. */
export interface ProcessRun {
  readonly status: number
  readonly cpu: number
  readonly elapsed: number
  readonly memory: number
}

/** Runs in the process before the command. */
const REPORT = `import { writeSync } from 'node:fs'
import { peakMemory } from ${JSON.stringify(new URL('../../test/support/peak-memory.mjs', import.meta.url))}
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, memory: peakMemory() / 1e6 }))
})`

/** Runs the command; its output is dropped. */
export async function runCommand(args: ReadonlyArray<string>, env: Readonly<Record<string, string>> = {}): Promise<ProcessRun> {
  const start = performance.now()
  const hook = `data:text/javascript,${encodeURIComponent(REPORT)}`
  const child = spawn(process.execPath, ['--import', hook, join(root, 'dist', 'cli.cjs'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const report = text(child.stdio[3] as NodeJS.ReadableStream)
  const [status] = (await once(child, 'exit')) as [number | null]
  const elapsed = performance.now() - start
  return { status: status ?? 1, elapsed, ...(JSON.parse(await report) as { readonly cpu: number; readonly memory: number }) }
}
