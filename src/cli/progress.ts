/**
 * A bar that shows how much of long work is done. It is on the terminal's last line, below whatever else is written there, and leaves nothing behind.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress'

/** The terminal that a bar is drawn on. */
export interface BarTerminal {
  readonly columns?: number | undefined
  readonly write: (content: string) => unknown
}

/** A bar on its way. */
export interface Progress {
  /** So many bytes are done, of all. */
  readonly advance: (done: number) => void
  /** Takes the bar off for lines that are to be written in its place; it comes back by itself below them. */
  readonly clear: () => void
  /** Takes the bar off for good, and shows the cursor. */
  readonly stop: () => void
}

/** Work shorter than this, in milliseconds, shows no bar. */
const PATIENCE = 1000

const CLEAR_LINE = '\r\u001b[K'

/** The library saves the place of the cursor and goes back there in the end, which by then may be in the midst of other lines. */
const SAVE_AND_RESTORE: ReadonlyArray<string> = ['\u001b7', '\u001b8']

/** A bar for work of so many bytes; where nobody knows how many, a count of those that are done. */
export function progressOf(total: number | undefined, terminal: BarTerminal): Progress {
  const began = Date.now()
  const stream = {
    isTTY: true,
    get columns() {
      return terminal.columns
    },
    write: (content: string) => SAVE_AND_RESTORE.includes(content) || terminal.write(content),
  }
  const bar = new SingleBar(
    {
      stream: stream as unknown as NodeJS.WritableStream,
      format: total === undefined ? '{done} read' : `{bar} {percentage} % of ${sizeOf(total)}, {left} to go`,
      barsize: 30,
      hideCursor: true,
      linewrap: true,
      clearOnComplete: true,
      forceRedraw: true,
      gracefulExit: false,
    },
    Presets.shades_classic,
  )
  return {
    advance: (done) => {
      const elapsed = Date.now() - began
      const known = total ?? Number.POSITIVE_INFINITY
      const shown = total === undefined ? { done: sizeOf(done) } : { left: timeOf((elapsed / done) * (total - done)) }
      if (bar.isActive) bar.update(done, shown)
      else if (elapsed >= PATIENCE && done < known) bar.start(known, done, shown)
    },
    clear: () => {
      if (bar.isActive) terminal.write(CLEAR_LINE)
    },
    stop: () => bar.stop(),
  }
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** A number of bytes for people: 1 kB are 1000. */
function sizeOf(bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`
}

/** A time in milliseconds for people. */
function timeOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
