/** The command as its users run it: a process of its own, its output in pipes or on a terminal. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type IPty, spawn } from '@lydell/node-pty'
import { ROOT } from '../support/root.js'
import type { Ran } from '../support/run-command.js'

export const COMMAND = join(ROOT, 'dist', 'cli.cjs')

/** Whoever runs the tests must not colour the command, nor set its width. */
function environment(more: Readonly<Record<string, string>>): Record<string, string> {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, ...env } = process.env
  return { ...(env as Record<string, string>), TERM: 'xterm-256color', ...more }
}

/** What a process wrote, and its exit status. */
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

/** Runs a line of a shell in which `glue-trail` is the command. */
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

/** What came out on a terminal, standard error and output in one, and the exit status. */
export interface Shown {
  readonly status: number
  readonly text: string
}

interface TerminalSettings {
  readonly columns: number
  /** What Node runs; the command if it is left out. */
  readonly program?: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
  /** Called with all the text so far, whenever there is more. */
  readonly watch?: (text: string, terminal: IPty) => void
}

// Whoever holds the other end of a pseudo terminal loses what it has not read yet when the last program on it ends: a shell stays until it is told to go.
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
    let text = ''
    terminal.onData((data) => {
      text += data
      const ended = ENDED.exec(text)
      if (ended === null) {
        watch?.(text, terminal)
        return
      }
      terminal.write('\r')
      resolve({ status: Number(ended[1]), text: text.slice(0, ended.index).replaceAll('\r\n', '\n') })
    })
  })
}
