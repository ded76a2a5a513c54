/** Records as they are in a file, and their rows. */

import type { ArchiveRowOptions, RowSource } from '../../src/archive/filed-record.js'
import { type ArchiveRow, rowsOf } from '../../src/archive/row.js'
import { decodeLog } from '../../src/source/decode-log.js'
import type { DecodedLog } from '../../src/source/log-entry.js'

/** A file of these lines. */
export async function filed(...lines: ReadonlyArray<string>): Promise<RowSource & DecodedLog> {
  return { path: 'a.json', ...(await decodeLog(new TextEncoder().encode(lines.join('\n')))) }
}

/** The rows of these records. */
export async function rowsFor(records: ReadonlyArray<unknown>, options?: ArchiveRowOptions): Promise<ReadonlyArray<ArchiveRow>> {
  return [...rowsOf(await filed(...records.map((record) => JSON.stringify(record))), options)]
}

/** The row of this record. */
export async function rowFor(record: unknown, options?: ArchiveRowOptions): Promise<ArchiveRow> {
  const [row] = await rowsFor([record], options)
  if (row === undefined) throw new Error('no record')
  return row
}
