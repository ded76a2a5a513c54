/**
 * Runs other programs: returns what they print, or throws an error with it.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What a program printed. */
export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

/** The working directory of a program, and additions to the environment. */
export interface Surroundings {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a program to its end. */
export function command(program: string, args: ReadonlyArray<string>, { cwd = root, env = {} }: Surroundings = {}): Printed {
  const { status, signal, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...quietEnvironment(), ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error !== undefined) throw error
  if (status !== 0) {
    throw new Error(`${[program, ...args].join(' ')} ended with ${status ?? signal}\n${stdout.trim()}\n${stderr.trim()}`)
  }
  return { stdout, stderr }
}

/** Runs a tool that the repository has installed. */
export const tool = (name: string, args: ReadonlyArray<string>, surroundings?: Surroundings): Printed =>
  command(process.execPath, [join(root, 'node_modules', '.bin', name), ...args], surroundings)

// npm passes its settings to scripts in the environment. An npm that a script starts in another folder must not use
// them (the prefix or the lock file, for example), but it needs the registry and the cache of the outer one.
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = ['npm_config_registry', 'npm_config_cache', 'npm_config_userconfig']
  const entries = Object.entries(process.env).filter(([name]) => {
    const lower = name.toLowerCase()
    return kept.includes(lower) || !/^(npm_|node_options$|node_path$|node_v8_coverage$|force_color$)/.test(lower)
  })
  return { ...Object.fromEntries(entries), NO_COLOR: '1', npm_config_update_notifier: 'false' }
}
