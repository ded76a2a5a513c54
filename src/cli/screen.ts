/**
 * Writes records to standard output, everything else to standard error, and a progress bar below both.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import { type Colours, coloursFor } from './colour.js'
import { errorLine } from './escape.js'
import type { Progress } from './progress.js'

/** A stream that is written to, a terminal perhaps. */
export interface Stream {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly write: (output: string | Uint8Array, written?: () => void) => boolean
}

/** The parts of a process that a command uses. */
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
  /** How many columns a line of standard output may have. */
  readonly width: number
  readonly isTerminal: boolean
  /** Writes to standard output, and waits while a reader of either stream is slow. */
  readonly write: (output: string | Uint8Array) => Promise<void>
  /** Reports what is wrong in a line on standard error. After `MOST_LINES` such lines, it counts the others. */
  readonly complain: (line: string) => void
  /** Writes a line about what was read that reports nothing wrong; after `MOST_LINES`, it counts the others. */
  readonly notice: (line: string) => void
  /** Writes a line to standard error that reports nothing wrong and is always shown, such as a hint. */
  readonly note: (line: string) => void
  /** Takes the number of bytes that are read. */
  readonly advance: (done: number) => void
  /**
   * Removes the bar, writes how many lines were only counted and the last line, and waits until all is written.
   */
  readonly end: (lastLine?: string) => Promise<void>
}

/** Output has at most this many columns where nothing says how wide it is. */
const WIDTH = 200

/** More complaints, or notices, are counted. There may be millions, and what they are about shows in the first ones. */
const MOST_LINES = 100

/**
 * Returns the screen for work.
 *
 * @param streams - The process.
 * @param total - The number of bytes to read, if known.
 * @param color - `--color` or `--no-color`, if given.
 */
export async function screenOf(streams: Streams, total: number | undefined, color: boolean | undefined): Promise<Screen> {
  const { stdout, stderr, env } = streams
  const progress: Progress | undefined = stderr.isTTY === true ? (await import('./progress.js')).progressOf(total, stderr) : undefined
  // However the process ends, the cursor is shown.
  if (progress !== undefined) streams.once('exit', progress.stop)
  const { red } = coloursFor(stderr, { env, wanted: color })
  const counts = { complaint: 0, notice: 0 }
  let written = Promise.resolve()
  const writeLine = (line: string, painted: (content: string) => string): void => {
    progress?.clear()
    written = new Promise((resolve) => stderr.write(`${painted(errorLine(line))}\n`, resolve))
  }
  const isShown = (kind: keyof typeof counts): boolean => counts[kind]++ < MOST_LINES
  // A new pseudoterminal reports 0 columns until it is told its size.
  const width = [stdout.columns ?? 0, Number(env.COLUMNS)].find((columns) => Number.isInteger(columns) && columns >= 1)
  return {
    colours: coloursFor(stdout, { env, wanted: color }),
    width: width ?? WIDTH,
    isTerminal: stdout.isTTY === true,
    write: async (output) => {
      await written
      if (output.length === 0) return
      if (stdout.isTTY === true) progress?.clear()
      await new Promise<void>((resolve) => stdout.write(output, resolve))
    },
    complain: (line) => void (isShown('complaint') && writeLine(`glue-trail: ${line}`, red)),
    notice: (line) => void (isShown('notice') && writeLine(line, String)),
    note: (line) => writeLine(line, String),
    advance: (done) => progress?.advance(done),
    end: async (lastLine) => {
      progress?.stop()
      const more = Object.values(counts).reduce((sum, count) => sum + Math.max(count - MOST_LINES, 0), 0)
      if (more > 0) writeLine(`glue-trail: ... and ${more} more`, red)
      if (lastLine !== undefined) writeLine(lastLine, String)
      await written
    },
  }
}
