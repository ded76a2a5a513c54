/**
 * What reading a file of records gives.
 *
 * @module
 */

import type { Decoded } from '../event/decode-record.js'

import type { UnknownReason } from '../event/predicate.js'
import type { TrailObject } from './envelope/message.js'

import type { LogIssue } from './log-issue.js'
import type { RecordNames } from './record-names.js'

/**
 * One record of a file: what decoding it answered, the value, and where its bytes stand.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogEntry extends Decoded {
  /** The place among all that stands in the place of a record in this file, broken ones counted, from 0. */
  readonly index: number
  /** What `JSON.parse` gave; `undefined` for a record that is too large to be parsed (see `names`). */
  readonly raw: unknown
  /** Where its first byte stands in the inflated text. */
  readonly start: number
  /** Where the byte behind its last one stands in the inflated text. */
  readonly end: number
  /** Its bytes, if it came from a stream, of which nothing else stays; none if it is larger than `maxRecordBytes`. See `bytesOf`. */
  readonly bytes?: Uint8Array
  /** What `where` answered; absent if there was none, or if the value is no record (`Left`). */
  readonly match?: 'YES' | 'UNKNOWN'
  /** Why `match` is `UNKNOWN`, as `where.explain` returns it. */
  readonly matchReasons?: ReadonlyArray<UnknownReason>
  /** Its names, if it is larger than `maxRecordBytes`; nothing else is known of it then. Its outcome is `Left`. */
  readonly names?: RecordNames
}

/**
 * How many records a file holds, by what became of them. `records` is the sum of those below it, `glue` apart.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogCounts {
  /** All that stands in the place of a record. */
  readonly records: number
  /** Records for which `where` answered yes; all CloudTrail records if there was no `where`. */
  readonly matched: number
  /** Records for which `where` could not tell: they are entries. */
  readonly unknown: number
  /** Records for which `where` answered no: they are no entries. */
  readonly unmatched: number
  /** Entries with `Left`: no CloudTrail record, or one that is too large. */
  readonly left: number
  /** What is no JSON, or was cut short: an issue each, no entry. */
  readonly broken: number
  /** Records of Glue by their source, among those matched, unknown and unmatched. */
  readonly glue: number
}

/**
 * Records of a source that were read together: a part of a file, or all of a small one. Nothing holds on to its entries: once they are dropped, their memory is
 * free, however large the file is.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogBatch {
  /** The path of the file, `s3://bucket/key`, or what the reader calls its only source. */
  readonly source: string
  /** The object, of a file in S3. */
  readonly object?: TrailObject
  /** Records in the order of the file, each with its own `bytes`, without those for which `where` returned no. */
  readonly entries: ReadonlyArray<LogEntry>
  /** How many records of this batch were found, and what became of them. */
  readonly counts: LogCounts
  /** What was found to be wrong with the file since the batch before. */
  readonly issues: ReadonlyArray<LogIssue>
  /** Objects that notices in this batch name: read them from S3. Absent if there are none. */
  readonly objects?: ReadonlyArray<TrailObject>
  /** Whether the file was read to its end. Each file has exactly one last batch, which may be empty. */
  readonly isLast: boolean
  /** How many bytes of the file, as it is stored, were read since the batch before. */
  readonly storedBytes: number
  /** The hash of all bytes that were parsed, in hexadecimal: on the last batch, if `textHash` was given. */
  readonly textHash?: string
}

/**
 * A whole file of records.
 *
 * @category sources
 * @since 0.1.0
 */
export interface DecodedLog {
  /** Its records in the order of the file, without those for which `where` answered no. */
  readonly entries: ReadonlyArray<LogEntry>
  /** What is wrong with the file, and what to know of it; empty for a sound one. */
  readonly issues: ReadonlyArray<LogIssue>
  /** Objects that notices in the file name: read them from S3. Absent if there are none. */
  readonly objects?: ReadonlyArray<TrailObject>
  /** How many records were found, and what became of them. */
  readonly counts: LogCounts
  /** The inflated text in UTF-8, in which `start` and `end` of entries count; the very bytes that were given if they were not gzipped. */
  readonly text: Uint8Array
  /** The hash of `text`, in hexadecimal, if `textHash` was given. */
  readonly textHash?: string
}

/**
 * A whole file of records and where it is. One that cannot be read has the issue `UNREADABLE`, with the system's or S3's word for why, and no records.
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
 * The bytes of one entry: the record exactly as the file has it, long integers and duplicate members included. A view into the text, which stays
 * in memory as long as the view does: write it, or copy it with `slice`. An entry of a stream has bytes of its own.
 *
 * @param log - What the entry came with: the answer of `decodeLog`, or of `decodeLogStream`.
 * @param entry - One of its entries.
 * @returns JSON in UTF-8. It may have line breaks of its own if the file was pretty-printed.
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
  log: Pick<DecodedLog, 'text'> | AsyncIterable<LogEntry>,
  entry: Pick<LogEntry, 'start' | 'end' | 'bytes'>,
): Uint8Array {
  return entry.bytes ?? ('text' in log ? log.text : NOTHING).subarray(entry.start, entry.end)
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0)
