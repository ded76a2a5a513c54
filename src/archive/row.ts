/**
 * A record as one flat row.
 *
 * @module
 */
import { madeOf, requireIterable, requireObject, requireOptions } from '../codec/argument.js'
import { stringAt } from '../insight/string-at.js'
import type { LogEntry } from '../source/log-entry.js'
import { type Answers, answersOf } from './answers.js'
import type { CellTypes } from './column.js'
import { COMPUTED } from './columns.js'
import { type ArchiveRowOptions, type FiledRecord, filedRecordOf, type RowSource } from './filed-record.js'

/**
 * One record as a row: a cell for every column of `COLUMNS`, `null` where the record does not have it.
 *
 * @category archive
 * @since 0.1.0
 */
export type ArchiveRow = { readonly [C in (typeof COMPUTED)[number] as C['name']]: CellTypes[C['type']] | null }

/**
 * Returns a record as one flat row for a table: actor, API, outcome, address, payloads, the record itself, and its
 * file. CSV and Parquet have these rows.
 *
 * @param entry - One entry of a file.
 * @param source - The result of `decodeLog` or `decodeFiles` that has the entry; with `object` where it was read from
 * S3.
 * @param options - Whether to redact.
 * @returns The row, or `undefined` where the entry is not a CloudTrail record (`Left`).
 * @throws `TypeError` if `entry` and `source` are not such results. Records of any content have rows.
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
export function rowOf(entry: LogEntry, source: RowSource, options: ArchiveRowOptions = {}): ArchiveRow | undefined {
  return rowIn('rowOf', entry, source, options)
}

/**
 * Returns the rows of a whole file, in its order.
 *
 * @param log - A result of `decodeLog` or `decodeFiles`; with `object` where it was read from S3.
 * @param options - Whether to redact.
 * @returns A generator of rows. Entries that are not CloudTrail records (`Left`) have no row.
 * @throws `TypeError` if `log` is not such a result.
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
export function rowsOf(
  log: RowSource & { readonly entries: ReadonlyArray<LogEntry> },
  options: ArchiveRowOptions = {},
): Generator<ArchiveRow, void, undefined> {
  requireObject('rowsOf', 'a result of decodeLog', log)
  const entries = madeOf('rowsOf', 'a result of decodeLog', log, () => log.entries)
  requireIterable('rowsOf', 'a result of decodeLog, with its entries', entries)
  return rowsIn(log, options)
}

function* rowsIn(log: Parameters<typeof rowsOf>[0], options: ArchiveRowOptions): Generator<ArchiveRow, void, undefined> {
  for (const entry of log.entries) {
    const row = rowIn('rowsOf', entry, log, options)
    if (row !== undefined) yield row
  }
}

function rowIn(caller: string, entry: LogEntry, source: RowSource, options: ArchiveRowOptions): ArchiveRow | undefined {
  requireObject(caller, 'an entry of a file', entry)
  requireObject(caller, 'the result that has the entry', source)
  requireOptions(caller, options)
  const filed = madeOf(caller, 'an entry of a file, and the result that has it', entry, () => {
    requireObject(caller, 'an entry of a file, with its result', entry.result)
    if (entry.result._tag === 'Both') requireIterable(caller, 'an entry of a file, with its issues', entry.result.left)
    return filedRecordOf(entry, source, options, caller)
  })
  return filed && rowFrom(filed)
}

/** Returns the row of a record. */
export function rowFrom(filed: FiledRecord): ArchiveRow {
  const answers = answersOf(filed)
  const row: Record<string, unknown> = {}
  for (const column of COMPUTED) row[column.name] = cellFrom(answers, column)
  return row as ArchiveRow
}

/** Returns the cell of one column. */
export function cellFrom(answers: Answers, { from }: (typeof COMPUTED)[number]): unknown {
  const cell = typeof from === 'string' ? stringAt(answers.record, from) : from(answers)
  return cell === '' ? null : (cell ?? null)
}
