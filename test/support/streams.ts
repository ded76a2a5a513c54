/** Streams for commands that run without a process. */
import { Readable } from 'node:stream'
import type { Stream, Streams } from '../../src/cli/screen.js'

interface Settings {
  readonly input?: string
  /** The width of the terminal that both streams write to; without it they are files. */
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
}

/** Streams that keep what is written to them. */
export function streamsWith({
  input = '',
  columns,
  env = {},
}: Settings = {}): Streams & { readonly out: () => string; readonly err: () => string } {
  const written = { out: '', err: '' }
  const stream = (name: 'out' | 'err'): Stream => ({
    ...(columns === undefined ? {} : { isTTY: true, columns }),
    write: (bytes, done) => {
      written[name] += typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()
      done?.()
      return true
    },
  })
  return {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: stream('out'),
    stderr: stream('err'),
    env,
    once: () => undefined,
    out: () => written.out,
    err: () => written.err,
  }
}
