/**
 * The results of reading a log file.
 *
 * @module
 */
import { madeOf, wrongArgument } from '../codec/argument.js'
import type { Decoded } from '../event/decode-record.js'
import type { UnknownReason } from '../event/predicate.js'
import type { TrailObject } from './envelope/message.js'
import type { LogIssue } from './log-issue.js'
import type { RecordNames } from './record-names.js'

/**
 * One record of a file: the result of decoding it, the value, and its byte range.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogEntry extends Decoded {
  /** Its index among the records of this file, from 0; broken records and other values count too. */
  readonly index: number
  /** The value as `JSON.parse` returned it; `undefined` for a record that is too large to be parsed (see `names`). */
  readonly raw: unknown
  /** The offset of its first byte in the inflated file. */
  readonly start: number
  /** The offset after its last byte in the inflated file. */
  readonly end: number
  /**
   * Its bytes, if it came from a stream, which keeps nothing else; empty if the record is larger than `maxRecordBytes`.
   * Those of small records share an array buffer of 16 KiB, which stays in memory as long as one of them does. See
   * `bytesOf`.
   */
  readonly bytes?: Uint8Array
  /** What `where` returned; missing if `where` was not set, or if the value is not a record (`Left`). */
  readonly match?: 'YES' | 'UNKNOWN'
  /** Why `match` is `UNKNOWN`, as `where.explain` returns it. */
  readonly matchReasons?: ReadonlyArray<UnknownReason>
  /** Its names, if it is larger than `maxRecordBytes`; nothing else of it was read. Its result is `Left`. */
  readonly names?: RecordNames
}

/**
 * The counts of records in a file. `records` is the sum of the counts below it, except `glue`.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogCounts {
  /** All records, and all values where a record is expected. */
  readonly records: number
  /** Records for which `where` returned `YES`; all CloudTrail records if `where` was not set. */
  readonly matched: number
  /** Records for which `where` returned `UNKNOWN`; they are entries. */
  readonly unknown: number
  /** Records for which `where` returned `NO`; they are not entries. */
  readonly unmatched: number
  /** Entries with `Left`: not a CloudTrail record, or too large. */
  readonly left: number
  /** Records that are not JSON or are cut short: an issue each, not an entry. */
  readonly broken: number
  /** Glue records by their source, among those matched, unknown and unmatched. */
  readonly glue: number
}

/**
 * Records of a source that were read together: a part of a file, or all of a small one. The reader keeps no reference
 * to its entries: once you drop them, their memory is free, however large the file is.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogBatch {
  /** The path of the file, `s3://bucket/key`, or the name the reader has for its only source. */
  readonly source: string
  /** The object, of a file in S3. */
  readonly object?: TrailObject
  /** Records in the order of the file, each with its own `bytes`, without those for which `where` returned `NO`. */
  readonly entries: ReadonlyArray<LogEntry>
  /** The counts of this batch. */
  readonly counts: LogCounts
  /** Issues of the file since the previous batch. */
  readonly issues: ReadonlyArray<LogIssue>
  /** Objects that notices in this batch name: read them from S3. Absent if there are none. */
  readonly objects?: ReadonlyArray<TrailObject>
  /** Whether the file was read to its end. Each file has exactly one last batch, which may be empty. */
  readonly isLast: boolean
  /** How many bytes of the file, as it is stored, were read since the previous batch. */
  readonly storedBytes: number
  /** The hash of the inflated file, in hexadecimal: on the last batch, if `textHash` was set. */
  readonly textHash?: string
  /** Whether the file is exactly one gzip member, as CloudTrail stores log files; set with `textHash`. */
  readonly isOneGzipMember?: boolean
}

/**
 * A whole log file.
 *
 * @category sources
 * @since 0.1.0
 */
export interface DecodedLog {
  /** Its records in the order of the file, without those for which `where` returned `NO`. */
  readonly entries: ReadonlyArray<LogEntry>
  /** Issues of the file; empty for a valid one. */
  readonly issues: ReadonlyArray<LogIssue>
  /** Objects that notices in the file name: read them from S3. Absent if there are none. */
  readonly objects?: ReadonlyArray<TrailObject>
  /** The counts of records. */
  readonly counts: LogCounts
  /**
   * The inflated bytes, in which `start` and `end` of entries count; the same bytes as the input if it was not gzipped.
   */
  readonly bytes: Uint8Array
  /** The hash of `bytes`, in hexadecimal, if `textHash` was set. */
  readonly textHash?: string
  /** Whether the file is exactly one gzip member, as CloudTrail stores log files; set with `textHash`. */
  readonly isOneGzipMember?: boolean
}

/**
 * A whole log file and its location. A file that cannot be read has the issue `UNREADABLE`, with the error code of the
 * system or S3, and no records.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ReadLog extends DecodedLog {
  /** The path of the file, or `s3://bucket/key`. */
  readonly path: string
  /** The object, of a file in S3. */
  readonly object?: TrailObject
  /** How many bytes of it were read, as they are stored. */
  readonly size: number
}

/**
 * Returns the bytes of one entry: the record exactly as the file has it, long integers and duplicate members included.
 * It is a view of the inflated file, which stays in memory as long as the view does: write it, or copy it with `slice`.
 * An entry of a stream has its own bytes.
 *
 * @param log - The result of `decodeLog` or `decodeLogStream` that has the entry.
 * @param entry - One of its entries.
 * @returns JSON in UTF-8. It may have line breaks of its own if the file was pretty-printed.
 * @throws `TypeError` if `log` and `entry` are not such results.
 *
 * @example
 * import { bytesOf, decodeLog } from 'glue-trail/source'
 *
 * const line = '{"eventSource":"kms.amazonaws.com","eventName":"Decrypt","size":9007199254740993}'
 * const log = await decodeLog(new TextEncoder().encode(`${line}\n${line}\n`))
 * assert.deepStrictEqual(
 *   log.entries.map((entry) => new TextDecoder().decode(bytesOf(log, entry))),
 *   [line, line],
 * )
 *
 * @category sources
 * @since 0.1.0
 */
export function bytesOf(
  log: Pick<DecodedLog, 'bytes'> | AsyncIterable<LogEntry>,
  entry: Pick<LogEntry, 'start' | 'end' | 'bytes'>,
): Uint8Array {
  return bytesIn('bytesOf', log, entry)
}

/** Returns the bytes of one entry; errors have the name of the function that was called. */
export function bytesIn(caller: string, log: Parameters<typeof bytesOf>[0], entry: Parameters<typeof bytesOf>[1]): Uint8Array {
  return madeOf(caller, 'an entry, and the result that has it', log, () => {
    const held = entry.bytes ?? ('bytes' in log ? log.bytes : NOTHING)
    if (!(held instanceof Uint8Array)) throw wrongArgument(caller, 'bytes (a Uint8Array)', held)
    return entry.bytes ?? held.subarray(entry.start, entry.end)
  })
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0)
