/**
 * Counts the rows of a scan that are records as they stand. The scan follows only brackets and quotes, so that some of
 * them need a closer look.
 *
 * @module
 */
import { END, ESCAPED_NAME, FLAGS, HAS_RECORDS, ROW_LENGTH, START } from './item-rows.js'
import { JsonSyntax } from './json-syntax.js'
import { LONGEST_RECORD } from './resume.js'
import { NEW_LINE } from './scan.js'

/** Counts the rows, from the first, that are at most as long as a record may be. */
export function countShort(rows: Float64Array, count: number): number {
  for (let i = 0; i < count; i++) {
    const row = ROW_LENGTH * i
    if ((rows[row + END] ?? 0) - (rows[row + START] ?? 0) > LONGEST_RECORD) return i
  }
  return count
}

/** Whether the range of a row is JSON. */
export function isRowJson(bytes: Uint8Array, rows: Float64Array, index: number, origin: number): boolean {
  const row = ROW_LENGTH * index
  const syntax = new JsonSyntax()
  const end = (rows[row + END] ?? 0) - origin
  return syntax.read(bytes, (rows[row + START] ?? 0) - origin, end, origin) === end && syntax.isDone
}

/**
 * Counts the rows, from the first, that are lines of one record each: neither a log of their own nor a record of
 * several lines.
 */
export function countLines(bytes: Uint8Array, rows: Float64Array, count: number, origin: number): number {
  for (let i = 0; i < count; i++) {
    const row = ROW_LENGTH * i
    const end = bytes.indexOf(NEW_LINE, (rows[row + START] ?? 0) - origin)
    if (((rows[row + FLAGS] ?? 0) & (ESCAPED_NAME | HAS_RECORDS)) !== 0 || end < (rows[row + END] ?? 0) - origin) return i
  }
  return count
}
