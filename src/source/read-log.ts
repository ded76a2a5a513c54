/**
 * From the stored bytes of a file to batches of its entries: the one way in which logs are read.
 *
 * @module
 */
import type { DecodeOptions } from '../event/decode-record.js'
import type { RecordPredicate } from '../event/predicate.js'
import { type ByteSource, piecesOf } from './byte-source.js'
import { EntryCollector, type EntryOptions, type Found } from './collect-entries.js'
import { type Finding, findRecords } from './find-records.js'
import { isGzip, textPieces } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { type LogLimits, limitsOf } from './limits.js'
import type { LogBatch } from './log-entry.js'
import { EMPTY, GZIPPED_TWICE, type LogIssue, notALog } from './log-issue.js'
import { OPEN_LIST, OPEN_OBJECT, skipWhite } from './scan.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StoredBytes } from './stored-bytes.js'
import { TextWindow } from './text-window.js'

/**
 * How a file is read: its limits, those of decoding each record, and which records are wanted.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface LogOptions extends DecodeOptions, LogLimits {
  /** Which records to keep: those for which it returns yes or unknown. Values that are not records are kept as they are. Without it, all are kept. */
  readonly where?: RecordPredicate
  /**
   * Parse every record, even those that the index hint of `where` rules out. Without it such a record is found by the index over the bytes of the file,
   * which follows strings and brackets, and is skipped unparsed: that it is not JSON inside goes unnoticed then. Entries are the same.
   */
  readonly strict?: boolean
  /** Creates the hash of the text, such as `() => createHash('sha256')` with Node's `createHash`. The last batch of a file then has a `textHash`. */
  readonly textHash?: () => TextHash
}

/**
 * A hash that bytes are added to, as Node's `createHash` returns it.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface TextHash {
  /** Adds bytes. */
  update(bytes: Uint8Array): unknown
  /** Returns the hash in hexadecimal. */
  digest(encoding: 'hex'): string | Promise<string>
}

/** Options that readers pass to each other, beside the public ones. */
export interface ReadOptions extends LogOptions, Pick<EntryOptions, 'recordsIn'> {}

/** Picks what the reading of entries needs. */
export function entryOptionsOf(options: ReadOptions): EntryOptions {
  const { maxRecordBytes, maxOtherValues } = limitsOf(options)
  const { where, strict, recordsIn, maxIssues, maxDepth } = options
  return {
    maxRecordBytes,
    maxOtherValues,
    ...(where && { where }),
    ...(strict === undefined ? {} : { strict }),
    ...(recordsIn && { recordsIn }),
    ...(maxIssues === undefined ? {} : { maxIssues }),
    ...(maxDepth === undefined ? {} : { maxDepth }),
  }
}

/** Reads the text in a window, which has been begun or is whole. `stored` are the issues of the stored file, complete at the end of the text. */
export function* readText(
  window: TextWindow,
  collector: EntryCollector,
  limit: number,
  scanner: Scanner,
  stored: ReadonlyArray<LogIssue>,
): Finding<LogIssue | undefined> {
  while (window.end < LONGEST_MARK && !window.isEnd) yield 'MORE'
  const isGzipped = isGzip(window.text, 0)
  let from = byteOrderMark(window.text)
  for (;;) {
    from = window.origin + skipWhite(window.text, from - window.origin, window.text.length)
    if (from < window.end || window.isEnd) break
    window.release(from)
    yield 'MORE'
  }
  const first = window.at(from)
  if (first === OPEN_OBJECT || first === OPEN_LIST) {
    yield* findRecords(window, from, limit, collector, scanner)
    return undefined
  }
  while (!window.isEnd) {
    window.release(window.end)
    yield 'MORE'
  }
  // Where only a part of the text could be had, it is no wonder that there is nothing in it.
  if (first === undefined) return stored.some(({ code }) => code !== 'TRAILING_BYTES') ? undefined : EMPTY
  return isGzipped ? GZIPPED_TWICE : notALog('text of another kind')
}

/** A byte order mark, or what gzip begins with. */
const LONGEST_MARK = 3

/** Some editors and shells put one in front of the text: EF BB BF. */
const byteOrderMark = (text: Uint8Array): number => (text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf ? 3 : 0)

/** Reads a source in batches. It throws what the source throws, and what `options.where` throws. */
export async function* readLog(
  source: ByteSource,
  options: ReadOptions,
  name: Pick<LogBatch, 'source' | 'object'>,
): AsyncGenerator<LogBatch, void, undefined> {
  const pieces = piecesOf(source)
  const stored = new StoredBytes(pieces)
  const issues: Array<LogIssue> = []
  const limits = limitsOf(options)
  const text = textPieces(stored, limits, issues)
  const hash = options.textHash?.()
  const window = new TextWindow()
  const collector = new EntryCollector(window, { ...entryOptionsOf(options), keepsBytes: true })
  let given = { bytes: 0, issues: 0 }
  const batch = (found: Found, isLast: boolean): LogBatch => {
    const storedBytes = stored.received - given.bytes
    const fresh = issues.slice(given.issues)
    given = { bytes: stored.received, issues: issues.length }
    return { ...name, entries: found.entries, counts: found.counts, issues: [...fresh, ...found.issues], isLast, storedBytes }
  }
  try {
    const reading = readText(window, collector, limits.maxRecordBytes, await fastestScanner(), issues)
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done === true) {
        const { value: refused } = next
        const last = batch(collector.take(true), true)
        const textHash = await hash?.digest('hex')
        yield { ...last, ...(refused && { issues: [...last.issues, refused] }), ...(textHash === undefined ? {} : { textHash }) }
        return
      }
      const found = collector.take(false)
      if (found.entries.length > 0 || (next.value === 'MORE' && stored.received > given.bytes)) yield batch(found, false)
      if (next.value === 'MORE') {
        const piece = await text.next()
        if (piece.done === true) window.isEnd = true
        else {
          hash?.update(piece.value)
          window.append(piece.value, stored.isGzipped)
        }
      }
    }
  } finally {
    await text.return()
    await pieces.return()
  }
}
