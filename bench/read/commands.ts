/**
 * Whole processes: what it takes from a folder of log files to the Glue records, one a line, starting up included.
 *
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../build.js'

/** What a process wrote, and what it took, in microseconds. */
export interface CommandRun {
  readonly ids: ReadonlyArray<string>
  /** Of the processor, all processes and threads together. */
  readonly cpu: number
  /** By the clock. */
  readonly elapsed: number
}

type Args = (folder: string) => ReadonlyArray<string>

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const JQ = 'gzip -dc "$1"/*.json.gz | jq -c \'.Records[] | select(.eventSource == "glue.amazonaws.com")\''

const ours =
  (workers: number): Args =>
  (folder) => [process.execPath, join(root, 'dist', 'cli.cjs'), 'decode', folder, '--format', 'ndjson', '--workers', `${workers}`]

const reduce =
  (workers: number): Args =>
  (folder) => [process.execPath, script('reduce.mjs'), folder, `${workers}`]

/** All of them by name. */
export const COMMANDS = {
  'glue-trail decode': ours(1),
  'glue-trail decode, two workers': ours(2),
  'reduceFiles, one worker': reduce(1),
  'reduceFiles, two workers': reduce(2),
  'plain Node': (folder) => [process.execPath, script('plain.mjs'), folder],
  'DuckDB read_json, one thread': (folder) => [process.execPath, script('duckdb.mjs'), folder],
  'gzip | jq': (folder) => ['sh', '-c', JQ, 'sh', folder],
} as const satisfies Readonly<Record<string, Args>>

export type CommandName = keyof typeof COMMANDS

/** What the system lacks: the others are installed with this benchmark. */
export const isMissing = (name: CommandName): boolean => name === 'gzip | jq' && spawnSync('jq', ['--version']).error !== undefined

/**
 * Runs one. The shell tells the processor time of what it ran; nothing else tells that of processes that have ended.
 */
export function runCommand(name: CommandName, folder: string, output: string): CommandRun {
  const start = performance.now()
  const times = execFileSync('sh', ['-c', 'out=$1; shift; "$@" >"$out" 2>/dev/null; times', 'sh', output, ...COMMANDS[name](folder)], {
    encoding: 'utf8',
  })
  const elapsed = (performance.now() - start) * 1000
  const ids = readFileSync(output, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly eventID: string }).eventID)
  return { ids, cpu: childrenTime(times), elapsed }
}

/** The second line of `times` is that of children: `0m1.234s 0m0.100s`. */
function childrenTime(times: string): number {
  const [, children = ''] = times.trim().split('\n')
  const [user, system] = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
  if (user === undefined || system === undefined) throw new Error('bench: the shell tells no times')
  return (user + system) * 1e6
}
