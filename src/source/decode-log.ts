/**
 * Reads a whole file of records from its bytes.
 *
 * @module
 */
import { requireObject, wrongArgument } from '../codec/argument.js'
import { EntryCollector, type Found } from './collect-entries.js'
import { wholeText } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { limitsOf } from './limits.js'
import type { DecodedLog } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { openFound } from './open-values.js'
import { entryOptionsOf, hashOf, type LogOptions, type ReadOptions, readText } from './read-log.js'
import { itemScanner } from './scan-items.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StoredBytes } from './stored-bytes.js'
import { TextWindow } from './text-window.js'
import { toUtf8 } from './utf-16.js'

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
  // Always a plain Uint8Array: mixing it with Buffer would make every access to a byte slower.
  const stored = new StoredBytes(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const { bytes: inflated, issues } = await wholeText(stored, limitsOf(options))
  const hash = options.textHash?.()
  hash?.update(inflated)
  const scanner = inflated.length < SMALL ? itemScanner() : await fastestScanner()
  const { bytes: content, ...found } = decodeText(toUtf8()(inflated), options, scanner, issues)
  const textHash = await hash?.digest('hex')
  const { objects, ...opened } = await openFound(found, options, true)
  return { ...opened, bytes: content, ...(objects.length > 0 && { objects }), ...hashOf(textHash, stored) }
}

/** What a whole inflated file holds, with values that are still to be opened. */
interface DecodedText extends Found {
  readonly bytes: Uint8Array
}

/** Reads a whole inflated file with a scanner; `stored` are the issues of the stored file. */
export function decodeText(bytes: Uint8Array, options: ReadOptions, scanner: Scanner, stored: ReadonlyArray<LogIssue> = []): DecodedText {
  const window = TextWindow.whole(bytes)
  const entryOptions = entryOptionsOf(options)
  const collector = new EntryCollector(window, entryOptions)
  const reading = readText(window, collector, entryOptions.maxRecordBytes, scanner, stored)
  let next = reading.next()
  while (next.done !== true) next = reading.next()
  const found = collector.take(true)
  return { ...found, issues: [...stored, ...found.issues, ...(next.value ? [next.value] : [])], bytes }
}
