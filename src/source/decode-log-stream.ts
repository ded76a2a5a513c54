/**
 * Reading a file of records while it comes, in memory that does not grow with it.
 *
 * @module
 */
import { type ByteSource, piecesOf } from './byte-source.js'
import { EntryCollector, type EntryOptions, NO_COUNTS } from './collect-entries.js'
import { byteOrderMark, DIGEST_FILE, EMPTY, GZIPPED_TWICE, isDigest, type LogOptions, notALog, readText } from './decode-log.js'
import { findInStream } from './find-in-stream.js'
import { LONGEST_LINE } from './find-records.js'
import { isGzip } from './gzip.js'
import { type LogLimits, limitsOf } from './limits.js'
import type { LogCounts, LogEntry } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { OPEN_LIST, OPEN_OBJECT, skipWhite } from './scan.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StreamWindow } from './stream-window.js'
import { textPieces } from './text-stream.js'

/**
 * A file of records that is read while it comes: its entries, one after the other, each with its own `bytes`. What is said of the file as a whole is
 * complete when the last entry was given.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogStream extends AsyncIterable<LogEntry> {
  /** What is wrong with the file so far, and what to know of it. */
  readonly issues: ReadonlyArray<LogIssue>
  /** How many records were found so far, and what became of them. */
  readonly counts: LogCounts
}

/**
 * Reads a file of records while it comes, gzipped or not, and gives the entries that `decodeLog` gives of the whole. It holds a few pieces of the text and the
 * largest record, never the file: a text may be larger than any string can be. It reads on when the next entry is asked for, and closes
 * the source when no more are.
 *
 * What was given cannot be taken back. Of an object with several lists `Records`, in which the last one counts, the records of all are given, and an issue says
 * so. In browsers nothing behind the first gzip member is read, where `decodeLog` reads on, and the last records in front of it may be lost: the issue `CORRUPT_GZIP`
 * says so. CloudTrail writes one member a file.
 *
 * @param source - The bytes of the file as it is stored: a web stream, a Node stream, or what else gives pieces of bytes one after the other.
 * @param options - Limits, and which records to keep. `maxBytes` is 512 MiB here as well: say more for a larger file.
 * @returns The entries, to be gone through once. Going through them throws what the source throws, and what `options.where` throws.
 *
 * @example
 * import { bytesOf, decodeLogStream } from 'glue-trail/source'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const log = decodeLogStream(new Blob([JSON.stringify({ Records: [record, record] })]).stream())
 * const lines: Array<string> = []
 * for await (const entry of log) lines.push(new TextDecoder().decode(bytesOf(log, entry)))
 * assert.deepStrictEqual(lines, [JSON.stringify(record), JSON.stringify(record)])
 * assert.deepStrictEqual(log.issues, [])
 * assert.strictEqual(log.counts.glue, 2)
 *
 * @category decoding
 * @since 0.1.0
 */
export function decodeLogStream(source: ByteSource, options: LogOptions = {}): LogStream {
  return new StreamReading(source, options)
}

/** Entries that came together. What is said of the file is complete with the last ones. */
export interface EntryPart {
  readonly entries: ReadonlyArray<LogEntry>
  readonly isLast: boolean
}

/** One reading; `head` is how many bytes of the text are looked at before it is decided how it is read. */
export class StreamReading implements LogStream {
  private readonly storedIssues: Array<LogIssue> = []
  private found: Pick<EntryCollector, 'allIssues' | 'counts'> = { allIssues: [], counts: NO_COUNTS }
  private readonly limits: Required<LogLimits>
  private readonly options: EntryOptions
  private readonly window = new StreamWindow()

  constructor(
    private readonly source: ByteSource,
    options: LogOptions,
    private readonly head: number = LONGEST_LINE,
  ) {
    this.limits = limitsOf(options)
    this.options = { ...options, maxRecordBytes: this.limits.maxRecordBytes, keepsBytes: true }
  }

  get issues(): ReadonlyArray<LogIssue> {
    return [...this.storedIssues, ...this.found.allIssues]
  }

  get counts(): LogCounts {
    return { ...this.found.counts }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LogEntry, void, undefined> {
    for await (const { entries } of this.parts()) yield* entries
  }

  /** The same entries, those of each piece of the text before more of it is waited for. A part may be empty, and there is a last one. */
  async *parts(): AsyncGenerator<EntryPart, void, undefined> {
    const stored = piecesOf(this.source)
    const text = textPieces(stored, this.limits, this.storedIssues)
    try {
      yield* this.partsOf(text)
    } finally {
      await text.return()
      await stored.return()
    }
  }

  private async *partsOf(text: AsyncGenerator<Uint8Array, void, undefined>): AsyncGenerator<EntryPart, void, undefined> {
    const { window, options } = this
    const scanner = await fastestScanner()
    while (!window.isEnd && window.text.length < Math.max(this.head, LONGEST_MARK)) await this.more(text)
    if (window.isEnd) {
      const { entries, issues, counts } = readText(window.text, this.storedIssues, options, scanner)
      this.found = { allIssues: issues.slice(this.storedIssues.length), counts }
      yield { entries, isLast: true }
      return
    }
    const from = await this.pastWhite(text)
    const first = window.text[from - window.origin]
    const refused = this.refused(from)
    if (refused !== undefined) {
      this.found = { allIssues: [refused], counts: NO_COUNTS }
      yield { entries: [], isLast: true }
      return
    }
    const head = window.text.slice(from - window.origin, from - window.origin + HEAD_OF_DIGEST)
    const collector = new EntryCollector(window.text, options)
    this.found = collector
    collector.moveTo(window.text, window.origin)
    const finding = findInStream(window, from, options.maxRecordBytes, collector, scanner)
    while (finding.next().done !== true) {
      yield { entries: collector.taken(), isLast: false }
      await this.more(text)
      collector.moveTo(window.text, window.origin)
    }
    const last = collector.taken()
    if (collector.hasNoRecord) {
      // One that is too large has no bytes of its own.
      const bytes = last.at(-1)?.bytes
      const isOfDigest = first === OPEN_OBJECT && isDigest(bytes === undefined || bytes.length === 0 ? head : bytes, 0)
      const issue = isOfDigest ? DIGEST_FILE : notALog('JSON without a record')
      this.found = { allIssues: [issue], counts: NO_COUNTS }
    }
    yield { entries: collector.hasNoRecord ? [] : last, isLast: true }
  }

  /** Waits for more of the text. */
  private async more(text: AsyncGenerator<Uint8Array, void, undefined>): Promise<void> {
    const next = await text.next()
    if (next.done === true) this.window.isEnd = true
    else this.window.append(next.value)
  }

  /** The first byte that is no white space. */
  private async pastWhite(text: AsyncGenerator<Uint8Array, void, undefined>): Promise<number> {
    const { window } = this
    let from = skipWhite(window.text, byteOrderMark(window.text), window.text.length)
    while (from === window.text.length && !window.isEnd) {
      window.letGo(window.end)
      await this.more(text)
      from = skipWhite(window.text, 0, window.text.length)
    }
    return window.origin + from
  }

  /** Why the text is no log, if its first bytes say so. */
  private refused(from: number): LogIssue | undefined {
    const { text, origin } = this.window
    if (from === origin + text.length) return this.storedIssues.some(({ code }) => code !== 'TRAILING_BYTES') ? undefined : EMPTY
    if (origin === 0 && isGzip(text, 0)) return GZIPPED_TWICE
    const first = text[from - origin]
    return first === OPEN_OBJECT || first === OPEN_LIST ? undefined : notALog('text of another kind')
  }
}

/** The names of a digest's members stand among its first bytes. */
const HEAD_OF_DIGEST = 4096

/** A byte order mark, or what gzip begins with. */
const LONGEST_MARK = 3
