/**
 * Reading a whole file of records from its bytes, as CloudTrail delivers them or as people keep them.
 *
 * @module
 */
import { wrongArgument } from '../codec/argument.js'
import type { DecodeOptions } from '../event/decode-record.js'
import type { RecordPredicate } from '../event/predicate.js'
import { EntryCollector, type EntryOptions, NO_COUNTS } from './collect-entries.js'
import { findRecords } from './find-records.js'
import { isGzip, textOfFile } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { type LogLimits, limitsOf } from './limits.js'
import type { DecodedLog } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { memberAt } from './member.js'
import { OPEN_LIST, OPEN_OBJECT, skipWhite } from './scan.js'
import { itemScanner } from './scan-items.js'
import { fastestScanner } from './scan-items-wasm.js'

/** Shorter texts are read before WebAssembly is compiled. */
const SMALL = 65_536

/**
 * How a file is read: its limits, those of decoding each record, and which records are wanted.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface LogOptions extends DecodeOptions, LogLimits {
  /**
   * Which records to keep: those for which it answers yes or unknown. Values that are no record are kept as they are. Without it, all are
   * kept.
   */
  readonly where?: RecordPredicate
  /**
   * Parse every record, those too that the index hint of `where` rules out. Without it such a record is found by the index over the bytes of the file,
   * which follows strings and brackets, and is passed over unparsed: that it is no JSON inside goes unnoticed then. Entries are the same.
   */
  readonly strict?: boolean
}

/**
 * Reads a whole file of records, gzipped or not: `{"Records":[...]}` as CloudTrail writes it, a list of records, one record, or one a line. It
 * never rejects because of what the bytes hold; what is damaged or beyond a limit is an issue, and the records that can be told are
 * delivered all the same. All entries are held in memory.
 *
 * Where `JSON.parse` accepts the text, the entries are exactly the records it gives. Members beside `Records` that together exceed
 * `maxRecordBytes` are not checked.
 *
 * @param bytes - The bytes of the file as it is stored.
 * @param options - Limits, and which records to keep.
 * @returns Entries, issues, counts and the inflated text. It rejects only with what `options.where` throws.
 *
 * @see {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html CloudTrail log file examples}
 *
 * @example
 * import { decodeLog } from 'glue-trail/source'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const { entries, issues, counts } = await decodeLog(new TextEncoder().encode(JSON.stringify({ Records: [record, 5] })))
 * assert.deepStrictEqual(issues, [])
 * assert.deepStrictEqual(entries.map(({ raw, result }) => [raw, result._tag]), [[record, 'Right'], [5, 'Left']])
 * assert.strictEqual(counts.glue, 1)
 *
 * @category decoding
 * @since 0.1.0
 */
export async function decodeLog(bytes: Uint8Array, options: LogOptions = {}): Promise<DecodedLog> {
  if (!(bytes instanceof Uint8Array)) throw wrongArgument('decodeLog', 'bytes (a Uint8Array)', bytes)
  const limits = limitsOf(options)
  // Views of one class: a Buffer beside other arrays would make every look at a byte slower.
  const stored = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { text, issues } = await textOfFile(stored, limits)
  const scanner = text.length < SMALL ? itemScanner() : await fastestScanner()
  return readText(text, issues, { ...options, maxRecordBytes: limits.maxRecordBytes }, scanner)
}

/** Reads a text of records with a scanner; `issues` are what was found on the way to it. */
export function readText(text: Uint8Array, issues: ReadonlyArray<LogIssue>, options: EntryOptions, scanner: Scanner): DecodedLog {
  const nothing = (more: ReadonlyArray<LogIssue>): DecodedLog => ({ entries: [], issues: [...issues, ...more], counts: NO_COUNTS, text })
  const from = skipWhite(text, byteOrderMark(text), text.length)
  // Where only a part of the text could be had, it is no wonder that there is nothing in it.
  if (from === text.length) return nothing(issues.some(({ code }) => code !== 'TRAILING_BYTES') ? [] : [EMPTY])
  if (isGzip(text, 0)) return nothing([GZIPPED_TWICE])
  if (text[from] !== OPEN_OBJECT && text[from] !== OPEN_LIST) return nothing([notALog('text of another kind')])

  const found = new EntryCollector(text, options)
  findRecords(text, from, options.maxRecordBytes, found, scanner)
  found.flush()
  if (found.hasNoRecord) return nothing([isDigest(text, from) ? DIGEST_FILE : notALog('JSON without a record')])
  return { entries: found.entries, issues: [...issues, ...found.allIssues], counts: found.counts, text }
}

export const EMPTY: LogIssue = { code: 'EMPTY', expected: 'a log file', received: 'nothing' }
export const DIGEST_FILE: LogIssue = { code: 'DIGEST_FILE', expected: 'a log file', received: 'a digest file' }
export const GZIPPED_TWICE: LogIssue = { code: 'GZIPPED_TWICE', expected: 'a log file', received: 'gzipped bytes within gzipped bytes' }

export const notALog = (received: string): LogIssue => ({
  code: 'NOT_A_LOG',
  expected: 'a log file, a list of records, a record, or one a line',
  received,
})

/** Some editors and shells put one in front of the text: EF BB BF. */
export const byteOrderMark = (text: Uint8Array): number => (text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? 3 : 0)

/** A digest lists log files and has no records. */
export const isDigest = (text: Uint8Array, from: number): boolean =>
  ['digestStartTime', 'digestEndTime', 'logFiles'].every((name) => memberAt(text, from, text.length, name) >= 0)
