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

/**
 * Runs in the process before the command. The peak is the kernel's; that of `resourceUsage` may be that of the process
 * that started this one.
 */
const REPORT = `import { readFileSync, writeSync } from 'node:fs'
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const peak = /^VmHWM:\\s+(\\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]
  writeSync(3, JSON.stringify({ cpu: (user + system) / 1000, memory: peak / 1000 }))
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
