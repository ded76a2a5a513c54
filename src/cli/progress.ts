/**
 * A progress bar on the terminal's last line, below all other output. It is removed at the end.
 *
 * @module
 */
import { Presets, SingleBar } from 'cli-progress'

/** The terminal that a bar is drawn on. */
export interface BarTerminal {
  readonly columns?: number | undefined
  readonly write: (content: string) => unknown
}

/** A bar that is shown. */
export interface Progress {
  /** Sets the number of bytes that are done. */
  readonly advance: (done: number) => void
  /** Removes the bar so that lines can be written; it reappears below them. */
  readonly clear: () => void
  /** Removes the bar for good, and shows the cursor. */
  readonly stop: () => void
}

/** Work shorter than this, in milliseconds, shows no bar. */
const PATIENCE = 1000

const CLEAR_LINE = '\r\u001b[K'

/**
 * The library saves the position of the cursor and restores it at the end, when other lines may have been written
 * there.
 */
const SAVE_AND_RESTORE: ReadonlyArray<string> = ['\u001b7', '\u001b8']

/** Creates a bar for a number of bytes; if the total is unknown, it counts the bytes that are done. */
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
      const shown = total === undefined ? { done: sizeOf(done) } : { left: remainingTime((elapsed / done) * (total - done)) }
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

/** Formats a number of bytes for people: 1 kB is 1000 bytes. */
function sizeOf(bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${UNITS[power]}`
}

/** Formats a time in milliseconds for people. */
function remainingTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
