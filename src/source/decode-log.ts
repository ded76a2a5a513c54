/**
 * Reads a whole file of records from its bytes.
 *
 * @module
 */
import { requireObject, requireOptions, wrongArgument } from '../codec/argument.js'
import { EntryCollector, type Found } from './collect-entries.js'
import { textPieces } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { joinBytes } from './join-bytes.js'
import { limitsOf } from './limits.js'
import type { DecodedLog } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { openFound } from './open-values.js'
import { entryOptionsOf, hashOf, type LogOptions, type ReadOptions, readText } from './read-log.js'
import { requireWhere } from './require-where.js'
import { itemScanner } from './scan-items.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StoredBytes } from './stored-bytes.js'
import { TextWindow } from './text-window.js'
import { toUtf8 } from './utf-16.js'
import type { Finding } from './window-reader.js'

/** Files with fewer bytes are read in JavaScript, without waiting for WebAssembly to be compiled. */
const SMALL = 65_536

/**
 * Reads a whole file of records, gzipped or not: `{"Records":[...]}` as CloudTrail writes it, a list of records, one
 * record, one per line, or several of these in sequence. It never rejects because of what the bytes hold: damage, or a
 * limit that is exceeded, is an issue, and all other records are returned. All entries are held in memory;
 * `decodeLogStream` returns the same in batches.
 *
 * If `JSON.parse` accepts the file, the entries are exactly the records it returns; if an object has several lists
 * `Records`, all of them are read.
 *
 * @param bytes - The bytes of the file as it is stored.
 * @param options - Limits, and which records to keep.
 * @returns Entries, issues, counts and the inflated bytes. It rejects only with what `options.where` throws.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html CloudTrail log file examples}
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
  requireObject('decodeLog', 'bytes (a Uint8Array)', bytes)
  if (!(bytes instanceof Uint8Array)) throw wrongArgument('decodeLog', 'bytes (a Uint8Array)', bytes)
  requireOptions('decodeLog', options)
  requireWhere('decodeLog', options.where)
  // Always a plain Uint8Array: mixing it with Buffer would make every access to a byte slower.
  const stored = new StoredBytes(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const issues: Array<LogIssue> = []
  const encode = toUtf8()
  const hash = options.textHash?.()
  const window = new TextWindow(true)
  const rest: Array<Uint8Array> = []
  let reading: WholeReading | undefined
  for await (const piece of textPieces(stored, limitsOf(options), issues)) {
    const utf8 = encode(piece)
    if (rest.length > 0 || !window.extend(utf8)) rest.push(utf8)
    else {
      const isSmall = bytes.length < SMALL && window.bytes.length < SMALL
      reading ??= new WholeReading(window, options, isSmall ? itemScanner() : await fastestScanner(), issues)
      reading.goOn()
    }
    hash?.update(piece)
  }
  if (rest.length > 0) window.bytes = joinBytes([window.bytes, ...rest])
  reading ??= new WholeReading(window, options, itemScanner(), issues)
  const found = reading.end()
  const textHash = await hash?.digest('hex')
  const { objects, ...opened } = await openFound(found, options, true)
  return { ...opened, bytes: window.bytes, ...(objects.length > 0 && { objects }), ...hashOf(textHash, stored) }
}

/** What a whole inflated file holds, with values that are still to be opened. */
interface DecodedText extends Found {
  readonly bytes: Uint8Array
}

/** Reads a whole inflated file with a scanner. */
export function decodeText(bytes: Uint8Array, options: ReadOptions, scanner: Scanner): DecodedText {
  return { ...new WholeReading(TextWindow.whole(bytes), options, scanner, []).end(), bytes }
}

/** Reads a window that releases nothing, as far as it goes. */
class WholeReading {
  private readonly collector: EntryCollector
  private readonly reading: Finding<LogIssue | undefined>

  /** @param stored - The issues of the stored file; they are complete when the window ends. */
  constructor(
    private readonly window: TextWindow,
    options: ReadOptions,
    scanner: Scanner,
    private readonly stored: ReadonlyArray<LogIssue>,
  ) {
    const entryOptions = entryOptionsOf(options)
    this.collector = new EntryCollector(window, entryOptions)
    this.reading = readText(window, this.collector, entryOptions.maxRecordBytes, scanner, stored)
  }

  goOn(): IteratorResult<unknown, LogIssue | undefined> {
    for (;;) {
      const next = this.reading.next()
      if (next.done === true || next.value === 'MORE') return next
    }
  }

  /** Reads the rest of the file, and returns what all of it holds. */
  end(): Found {
    this.window.isEnd = true
    const { value: refused } = this.goOn() as IteratorReturnResult<LogIssue | undefined>
    const found = this.collector.take(true)
    return { ...found, issues: [...this.stored, ...found.issues, ...(refused === undefined ? [] : [refused])] }
  }
}
