/** Runs the command as its users do: as a process, with its output in pipes or on a terminal. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type IPty, spawn } from '@lydell/node-pty'
import { ROOT } from '../support/root.js'
import type { Ran } from '../support/run-command.js'

export const COMMAND = join(ROOT, 'dist', 'cli.cjs')

/** Returns the environment without the variables that set the command's colours and width. */
function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, ...env } = process.env
  return { ...(env as Record<string, string>), TERM: 'xterm-256color', ...more }
}

/** The output of a process, and its exit status. */
interface Ended extends Omit<Ran, 'status'> {
  readonly status: number | null
}

interface Settings {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command with its output in pipes. */
export function runProcess(args: ReadonlyArray<string>, { input, env = {} }: Settings = {}): Ended {
  const child = spawnSync(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...(input === undefined ? {} : { input }),
  })
  return { status: child.status, out: child.stdout, err: child.stderr }
}

/** Runs a shell command line in which `glue-trail` is the command. */
export function shell(line: string, { input, env = {} }: Settings = {}): Ended {
  const script = `glue-trail() { "${process.execPath}" "${COMMAND}" "$@"; }\n${line}`
  const child = spawnSync('bash', ['-c', script], {
    cwd: ROOT,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    ...(input === undefined ? {} : { input }),
  })
  return { status: child.status, out: child.stdout, err: child.stderr }
}

/** The output on a terminal, standard error included, and the exit status. */
export interface Shown {
  readonly status: number
  readonly output: string
}

interface TerminalSettings {
  readonly columns: number
  /** Arguments of Node; by default the path of the command. */
  readonly program?: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
  /** Called with all output so far, whenever there is more. */
  readonly watch?: (output: string, terminal: IPty) => void
}

// When the last program on a pseudo terminal ends, output that was not read yet is lost. So a shell stays on it until
// all is read.
const STAYING = 'trap : INT; "$@"; printf "<ended %d>" $?; read -r _'

const ENDED = /<ended (\d+)>$/

/** Runs the command on a pseudo terminal. */
export function onTerminal(
  args: ReadonlyArray<string>,
  { columns, program = [COMMAND], env = {}, watch }: TerminalSettings,
): Promise<Shown> {
  return new Promise((resolve) => {
    const terminal = spawn('sh', ['-c', STAYING, 'sh', process.execPath, ...program, ...args], {
      cols: columns,
      rows: 50,
      cwd: ROOT,
      env: environment(env),
    })
    let output = ''
    terminal.onData((data) => {
      output += data
      const ended = ENDED.exec(output)
      if (ended === null) {
        watch?.(output, terminal)
        return
      }
      terminal.write('\r')
      resolve({ status: Number(ended[1]), output: output.slice(0, ended.index).replaceAll('\r\n', '\n') })
    })
  })
}
