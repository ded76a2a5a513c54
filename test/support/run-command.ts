/** Runs the command in the test's process: the same entry, with streams that keep what is written to them. */
import { Readable } from 'node:stream'
import { run } from '../../src/cli/run.js'
import type { Stream } from '../../src/cli/screen.js'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

interface Settings {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Called on each write to standard output. */
  readonly onOutput?: () => void
}

/** Runs the command with its output in pipes. */
export async function runCommand(args: ReadonlyArray<string>, settings: Settings = {}): Promise<Ran> {
  const { status, output, errors } = await runForBytes(args, settings)
  return { status, out: output.toString(), err: errors.toString() }
}

/** The same, with the bytes of its output: they may be no UTF-8. */
export async function runForBytes(
  args: ReadonlyArray<string>,
  { input = '', env = {}, onOutput }: Settings = {},
): Promise<{ readonly status: number; readonly output: Buffer; readonly errors: Buffer }> {
  const out = kept(onOutput)
  const err = kept()
  const status = await run(args, { ...surroundings(input, env), stdout: out.stream, stderr: err.stream })
  return { status, output: out.bytes(), errors: err.bytes() }
}

/** Runs the command with standard output on a terminal. Returns both outputs as one, as a terminal shows them. */
export async function runOnScreen(
  args: ReadonlyArray<string>,
  { columns, env = {} }: { readonly columns: number; readonly env?: Readonly<Record<string, string>> },
): Promise<{ readonly status: number; readonly output: string }> {
  const shown = kept()
  // Standard error is not a terminal, so that no progress bar appears when a test is slow.
  const stdout = { ...shown.stream, isTTY: true, columns }
  const status = await run(args, { ...surroundings('', { TERM: 'xterm-256color', ...env }), stdout, stderr: shown.stream })
  return { status, output: shown.bytes().toString() }
}

const surroundings = (input: string | Uint8Array, env: Readonly<Record<string, string>>) => ({
  stdin: Readable.from(input.length === 0 ? [] : [Buffer.from(input)]),
  env,
  once: () => undefined,
})

/** A stream that keeps what is written to it. */
function kept(onWrite?: () => void): { readonly stream: Stream; readonly bytes: () => Buffer } {
  const pieces: Array<Uint8Array> = []
  return {
    stream: {
      write: (output, written) => {
        pieces.push(Buffer.from(output))
        onWrite?.()
        written?.()
        return true
      },
    },
    bytes: () => Buffer.concat(pieces),
  }
}
