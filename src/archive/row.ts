/**
 * A record as one flat row.
 *
 * @module
 */
import { stringAt } from '../insight/string-at.js'
import type { LogEntry } from '../source/log-entry.js'
import { answersOf } from './answers.js'
import type { Cells } from './column.js'
import { COMPUTED } from './columns.js'
import { type ArchiveRowOptions, type FiledRecord, filedRecordOf, type RowPlace } from './filed-record.js'

/**
 * One record as a row: a cell for every column of `COLUMNS`, `null` where the record does not tell.
 *
 * @category archive
 * @since 0.1.0
 */
export type ArchiveRow = { readonly [C in (typeof COMPUTED)[number] as C['name']]: Cells[C['type']] | null }

/**
 * A record as one flat row for a table: who, what, how it went, from where, the payloads, the record itself, and where it stands. CSV and Parquet are made
 * of these rows.
 *
 * @param entry - One entry of a file.
 * @param place - What the entry came with, from `decodeLog` or `decodeFiles`; with `object` where it was read from S3.
 * @param options - See `RowOptions`.
 * @returns The row, or `undefined` where the entry is no CloudTrail record (`Left`).
 *
 * @example
 * import { decodeLog } from 'glue-trail/source'
 * import { rowOf } from 'glue-trail/archive'
 *
 * const record = {
 *   eventSource: 'glue.amazonaws.com', eventName: 'GetTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1',
 *   recipientAccountId: '123456789012', requestParameters: { databaseName: 'sales', name: 'orders' },
 * }
 * const log = await decodeLog(new TextEncoder().encode(JSON.stringify({ Records: [record] })))
 * const [row] = log.entries.map((entry) => rowOf(entry, { ...log, object: { bucket: 'trail', key: 'a.json.gz' } }))
 * assert.strictEqual(row?.table_name, 'orders')
 * assert.strictEqual(row.access, 'Read')
 * assert.strictEqual(row.request_parameters, '{"databaseName":"sales","name":"orders"}')
 * assert.strictEqual(row.file, 's3://trail/a.json.gz')
 * assert.deepStrictEqual(JSON.parse(row.raw ?? ''), record)
 *
 * @category archive
 * @since 0.1.0
 */
export function rowOf(entry: LogEntry, place: RowPlace, options: ArchiveRowOptions = {}): ArchiveRow | undefined {
  const filed = filedRecordOf(entry, place, options)
  return filed && rowFrom(filed)
}

/**
 * The rows of a whole file, in its order.
 *
 * @param log - What `decodeLog` or `decodeFiles` gave; with `object` where it was read from S3.
 * @param options - See `RowOptions`.
 * @returns A generator of rows. Entries that are no CloudTrail records (`Left`) have none.
 *
 * @example
 * import { decodeFiles } from 'glue-trail/node'
 * import { rowsOf } from 'glue-trail/archive'
 *
 * const dropped = new Set<string | null>()
 * for await (const log of decodeFiles(['examples/trail'])) {
 *   for (const row of rowsOf(log)) if (row.event_name === 'DeleteTable' && row.outcome === 'SUCCEEDED') dropped.add(row.database_name)
 * }
 * assert.deepStrictEqual([...dropped], ['sandbox'])
 *
 * @category archive
 * @since 0.1.0
 */
export function* rowsOf(
  log: RowPlace & { readonly entries: ReadonlyArray<LogEntry> },
  options: ArchiveRowOptions = {},
): Generator<ArchiveRow, void, undefined> {
  for (const entry of log.entries) {
    const row = rowOf(entry, log, options)
    if (row !== undefined) yield row
  }
}

/** The row of a record. */
export function rowFrom(filed: FiledRecord): ArchiveRow {
  const answers = answersOf(filed)
  const row: Record<string, unknown> = {}
  for (const { name, from } of COMPUTED) {
    const cell = typeof from === 'string' ? stringAt(filed.record, from) : from(answers)
    row[name] = cell === '' ? null : (cell ?? null)
  }
  return row as ArchiveRow
}
