/**
 * Reads the stored bytes of a file into batches of entries. All logs are read through this module.
 *
 * @module
 */
import type { DecodeOptions } from '../event/decode-record.js'
import type { RecordPredicate } from '../event/predicate.js'
import { archiveKindOf } from './archive-kind.js'
import { type ByteSource, piecesOf } from './byte-source.js'
import { EntryCollector, type EntryOptions, type Found, nothing } from './collect-entries.js'
import { addedCounts } from './counts.js'
import { defined } from './defined.js'
import { findRecords } from './find-records.js'
import { isGzip, textPieces } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { textOf } from './json.js'
import { type LogLimits, limitsOf } from './limits.js'
import type { LogBatch } from './log-entry.js'
import { EMPTY, GZIPPED_TWICE, type LogIssue, notALog } from './log-issue.js'
import { openFound } from './open-values.js'
import { HEAD, otherText } from './other-file.js'
import { OPEN_LIST, OPEN_OBJECT, skipWhite } from './scan.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StoredBytes } from './stored-bytes.js'
import { TextWindow } from './text-window.js'
import { toUtf8 } from './utf-16.js'
import type { Finding } from './window-reader.js'

/**
 * Options for reading a file: its limits, the limits of decoding each record, and which records to keep.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface LogOptions extends DecodeOptions, LogLimits {
  /**
   * Keeps the records for which it returns `YES` or `UNKNOWN`, and all values that are not records. Default: all
   * records are kept.
   */
  readonly where?: RecordPredicate
  /**
   * Parses every record, even those that the index hint of `where` rules out. By default such a record is skipped
   * unparsed: the scan follows only strings and brackets, so invalid JSON inside of it goes unnoticed. Entries are the
   * same.
   */
  readonly strict?: boolean
  /**
   * Creates a hash of the inflated file, such as `() => createHash('sha256')` with Node's `createHash`. The last batch
   * of a file then has a `textHash`.
   */
  readonly textHash?: () => TextHash
}

/**
 * A hash as Node's `createHash` returns it.
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

/** The public options, and those that readers pass to each other. */
export interface ReadOptions extends LogOptions, Pick<EntryOptions, 'recordsIn'> {}

/** Picks the options for collecting entries. */
export function entryOptionsOf(options: ReadOptions): EntryOptions {
  const { maxRecordBytes, maxOtherValues } = limitsOf(options)
  const { where, strict, recordsIn, maxIssues, maxDepth } = options
  return { maxRecordBytes, maxOtherValues, ...defined({ where, strict, recordsIn, maxIssues, maxDepth }) }
}

/**
 * Reads the inflated file through a window. `stored` are the issues of the stored file; they are complete when the
 * window ends.
 */
export function* readText(
  window: TextWindow,
  collector: EntryCollector,
  limit: number,
  scanner: Scanner,
  stored: ReadonlyArray<LogIssue>,
): Finding<LogIssue | undefined> {
  while (window.end < LONGEST_MARK && !window.isEnd) yield 'MORE'
  const isGzipped = isGzip(window.bytes, 0)
  let from = byteOrderMark(window.bytes)
  for (;;) {
    from = window.origin + skipWhite(window.bytes, from - window.origin, window.bytes.length)
    if (from < window.end || window.isEnd) break
    window.release(from)
    yield 'MORE'
  }
  const first = window.at(from)
  if (first === OPEN_OBJECT || first === OPEN_LIST) {
    yield* findRecords(window, from, limit, collector, scanner)
    return undefined
  }
  // Other content may still hold records: lines with a prefix, JSON in strings, CSV. It is opened as one string, unless
  // it is too long for that.
  const isText = first !== undefined && !isGzipped
  const other = isText ? yield* otherContent(window, from) : undefined
  const isString = isText && other === undefined
  while (!window.isEnd) {
    if (!isString || window.end - from > LONGEST_STRING) window.release(window.end)
    yield 'MORE'
  }
  if (other !== undefined) return other
  if (isString && window.end - from <= LONGEST_STRING) {
    collector.string(from, window.end)
    return undefined
  }
  // A file that could be inflated only in part may well be empty: its own issue is enough.
  if (first === undefined) return stored.some(({ code }) => code !== 'TRAILING_BYTES') ? undefined : EMPTY
  return isGzipped ? GZIPPED_TWICE : notALog('content of another kind')
}

/** Returns the issue of content that is known by its beginning: an archive, or a file of another service. */
function* otherContent(window: TextWindow, from: number): Finding<LogIssue | undefined> {
  while (window.end - from < HEAD && !window.isEnd) yield 'MORE'
  const start = from - window.origin
  const archive = archiveKindOf(window.bytes.subarray(start, start + HEAD))
  return archive === undefined ? otherText(textOf(window.bytes, start, Math.min(start + HEAD, window.bytes.length))) : notALog(archive)
}

/** The number of inflated bytes that are opened as one string. */
const LONGEST_STRING = 32 * 1024 * 1024

/** The length of a byte order mark, and of the first bytes of gzip that are compared. */
const LONGEST_MARK = 3

/** Returns the length of a byte order mark, EF BB BF, which some editors and shells write first. */
const byteOrderMark = (bytes: Uint8Array): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)

/** Returns the hash of a file, and whether CloudTrail may have stored it so; nothing if no hash was requested. */
export const hashOf = (textHash: string | undefined, { isOneGzipMember }: StoredBytes): Pick<LogBatch, 'textHash' | 'isOneGzipMember'> =>
  textHash === undefined ? {} : { textHash, isOneGzipMember }

/** Reads a source in batches. It throws what the source throws, and what `options.where` throws. */
export async function* readLog(
  source: ByteSource,
  options: ReadOptions,
  name: Pick<LogBatch, 'source' | 'object'>,
): AsyncGenerator<LogBatch, void, undefined> {
  const pieces = piecesOf(source)
  const stored = new StoredBytes(pieces, Symbol.iterator in source)
  const issues: Array<LogIssue> = []
  const limits = limitsOf(options)
  const inflated = textPieces(stored, limits, issues)
  const hash = options.textHash?.()
  const encode = toUtf8()
  const window = new TextWindow()
  const collector = new EntryCollector(window, { ...entryOptionsOf(options), keepsBytes: true })
  let given = { bytes: 0, issues: 0 }
  let piece: Uint8Array = NO_BYTES
  const batch = async (taken: Found, isLast: boolean): Promise<LogBatch> => {
    const { objects, ...found } = await openFound(taken, options, isLast)
    const storedBytes = stored.received - given.bytes
    const fresh = issues.slice(given.issues)
    given = { bytes: stored.received, issues: issues.length }
    return {
      ...name,
      entries: found.entries,
      counts: found.counts,
      issues: [...fresh, ...found.issues],
      isLast,
      storedBytes,
      ...(objects.length > 0 && { objects }),
    }
  }
  try {
    let pending = NOTHING_FOUND
    const reading = readText(window, collector, limits.maxRecordBytes, await fastestScanner(), issues)
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done === true) {
        const { value: refused } = next
        const last = await batch(added(pending, collector.take(true)), true)
        const textHash = await hash?.digest('hex')
        yield { ...last, ...(refused && { issues: [...last.issues, refused] }), ...hashOf(textHash, stored) }
        return
      }
      // Counts without entries wait for the next batch: most records of a file may be unmatched.
      pending = added(pending, collector.take(false))
      if (pending.entries.length > 0 || (next.value === 'MORE' && stored.received > given.bytes)) {
        const found = pending
        pending = NOTHING_FOUND
        yield await batch(found, false)
      }
      if (next.value === 'MORE') {
        // The last piece is in the cache of the processor once it was scanned.
        hash?.update(piece)
        const { done, value } = await inflated.next()
        piece = value ?? NO_BYTES
        if (done === true) window.isEnd = true
        else {
          const utf8 = encode(piece)
          window.append(utf8, stored.format !== undefined || utf8 !== piece)
        }
      }
    }
  } finally {
    await inflated.return()
    await pieces.return()
  }
}

const NO_BYTES = /* @__PURE__ */ new Uint8Array(0)
const NOTHING_FOUND: Found = /* @__PURE__ */ nothing([])

/** Adds what was found later. */
const added = (before: Found, after: Found): Found =>
  before === NOTHING_FOUND
    ? after
    : {
        ...after,
        counts: addedCounts(before.counts, after.counts),
        issues: [...before.issues, ...after.issues],
      }
