/**
 * Divides files into ranges, so that several workers can read them.
 *
 * @module
 */
import type { LogFile } from './list-files.js'

/** The cost of opening a file, in bytes that could be read in the same time. */
const PER_FILE = 16 * 1024

/** Returns the files in ranges of about `target` bytes, in their order. No range is empty; a file is never divided. */
export function rangesOf(files: ReadonlyArray<LogFile>, target: number): ReadonlyArray<ReadonlyArray<LogFile>> {
  const ranges: Array<Array<LogFile>> = []
  let room = 0
  for (const file of files) {
    const work = file.size + PER_FILE
    // A file goes where more than half of it fits.
    if (ranges.length === 0 || room < work / 2) {
      ranges.push([])
      room = Math.max(target, 1)
    }
    ranges.at(-1)?.push(file)
    room -= work
  }
  return ranges
}

/** Returns the bytes of all files, and the cost of opening them. */
export const workOf = (files: ReadonlyArray<LogFile>): number => files.reduce((sum, { size }) => sum + size + PER_FILE, 0)
