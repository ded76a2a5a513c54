/**
 * Reads a log file as a stream, in memory that does not grow with the file.
 *
 * @module
 */
import { requireObject, requireOptions } from '../codec/argument.js'
import type { ByteSource } from './byte-source.js'
import { addedCounts, NO_COUNTS } from './counts.js'
import type { LogBatch, LogCounts, LogEntry } from './log-entry.js'
import { isAboutStoredBytes, type LogIssue } from './log-issue.js'
import { type LogOptions, readLog } from './read-log.js'
import { requireWhere } from './require-where.js'

/**
 * A log file that is read as a stream: its entries one by one, or in batches. It can be iterated once. Issues and
 * counts are complete after the last entry.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LogStream extends AsyncIterable<LogEntry> {
  /** What is wrong with the file so far. */
  readonly issues: ReadonlyArray<LogIssue>
  /** The counts of records so far. */
  readonly counts: LogCounts
  /** The hash of the inflated file, once all of it was read, if `textHash` was set. */
  readonly textHash?: string
  /** Whether the file is exactly one gzip member, as CloudTrail stores log files; set with `textHash`. */
  readonly isOneGzipMember?: boolean
  /** Returns the same entries in batches, each with its own counts and issues. */
  readonly batches: () => AsyncGenerator<LogBatch, void, undefined>
}

/**
 * Reads a log file as a stream, gzipped or not, and returns the entries that `decodeLog` returns for the whole file. It
 * holds a part of the file and the largest record in memory, so a file may be larger than the longest string. A gzipped
 * file is inflated as its bytes arrive. It reads on when the next entry is requested, and closes the source when the
 * iteration ends.
 *
 * If a gzip member larger than 4 MiB (stored) has damaged deflate data, the last bytes before the damage may be lost.
 * In browsers, such a member is the last one that is read; the issue `CORRUPT_GZIP` reports the rest. CloudTrail writes
 * one member per file.
 *
 * @param source - The bytes of the file as it is stored: a web stream, a Node stream, or any other iterable of pieces
 * of bytes.
 * @param options - Limits, and which records to keep. `maxBytes` is 512 MiB here as well: raise it for a larger file.
 * @returns The entries. Iterating throws what the source throws, and what `options.where` throws.
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
  requireObject('decodeLogStream', 'a source of bytes', source)
  requireOptions('decodeLogStream', options)
  requireWhere('decodeLogStream', options.where)
  return new Streaming(source, options)
}

class Streaming implements LogStream {
  counts = NO_COUNTS
  textHash?: string
  isOneGzipMember?: boolean
  private readonly found: { stored: ReadonlyArray<LogIssue>; inflated: ReadonlyArray<LogIssue> } = { stored: [], inflated: [] }

  constructor(
    private readonly source: ByteSource,
    private readonly options: LogOptions,
  ) {}

  /** Issues of the stored file come first, as `decodeLog` returns them. */
  get issues(): ReadonlyArray<LogIssue> {
    return [...this.found.stored, ...this.found.inflated]
  }

  async *batches(): AsyncGenerator<LogBatch, void, undefined> {
    for await (const batch of readLog(this.source, this.options, { source: '' })) {
      const { found } = this
      this.counts = addedCounts(this.counts, batch.counts)
      found.stored = [...found.stored, ...batch.issues.filter(({ code }) => isAboutStoredBytes(code))]
      found.inflated = [...found.inflated, ...batch.issues.filter(({ code }) => !isAboutStoredBytes(code))]
      if (batch.textHash !== undefined) this.textHash = batch.textHash
      if (batch.isOneGzipMember !== undefined) this.isOneGzipMember = batch.isOneGzipMember
      yield batch
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LogEntry, void, undefined> {
    for await (const { entries } of this.batches()) yield* entries
  }
}
