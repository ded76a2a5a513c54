/**
 * Where output goes: records to standard output, everything else to standard error, and a bar below both while long work is going on.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import { type Colours, coloursFor } from './colour.js'
import type { Progress } from './progress.js'

/** A stream that text is written to, a terminal perhaps. */
export interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly write: (text: string | Uint8Array, written?: () => void) => boolean
}

/** The parts of a process that a command is concerned with. */
export interface Streams {
  readonly stdin: Readable
  readonly stdout: Stream
  readonly stderr: Stream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly once: (event: 'exit', listener: () => void) => unknown
}

/** Both streams as one screen. */
export interface Screen {
  /** The colours of standard output. */
  readonly colours: Colours
  /** How many characters a line of standard output may have. */
  readonly width: number
  readonly isTerminal: boolean
  /** Writes to standard output, and waits while its reader is behind. */
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** Says what is wrong, in a line on standard error. */
  readonly complain: (line: string) => void
  /** So many bytes of all are read. */
  readonly advance: (done: number) => void
  /** Takes the bar away; after that comes nothing but the last line. */
  readonly end: (lastLine?: string) => void
}

/** Lines are no longer than this where nothing says how long they may be. */
const WIDTH = 200

/**
 * The screen for work.
 *
 * @param streams - The process.
 * @param total - How many bytes there are to read, where that is known.
 * @param color - `--color` or `--no-color`, where given.
 */
export async function screenOf(streams: Streams, total: number | undefined, color: boolean | undefined): Promise<Screen> {
  const { stdout, stderr, env } = streams
  const progress: Progress | undefined = stderr.isTTY === true ? (await import('./progress.js')).progressOf(total, stderr) : undefined
  // However the process ends, the cursor is shown.
  if (progress !== undefined) streams.once('exit', progress.stop)
  const { red } = coloursFor(stderr, { env, wanted: color })
  return {
    colours: coloursFor(stdout, { env, wanted: color }),
    width: stdout.columns ?? (Number(env.COLUMNS) || WIDTH),
    isTerminal: stdout.isTTY === true,
    write: async (text) => {
      if (text.length === 0) return
      if (stdout.isTTY === true) progress?.clear()
      await new Promise<void>((resolve) => stdout.write(text, resolve))
    },
    complain: (line) => {
      progress?.clear()
      stderr.write(`${red(`glue-trail: ${line}`)}\n`)
    },
    advance: (done) => progress?.advance(done),
    end: (lastLine) => {
      progress?.stop()
      if (lastLine !== undefined) stderr.write(`${lastLine}\n`)
    },
  }
}
