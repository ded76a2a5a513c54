/**
 * Reading a whole file of records from its bytes, as CloudTrail delivers them or as people keep them.
 *
 * @module
 */
import { wrongArgument } from '../codec/argument.js'
import { EntryCollector } from './collect-entries.js'
import { wholeText } from './gzip.js'
import type { Scanner } from './item-rows.js'
import { limitsOf } from './limits.js'
import type { DecodedLog } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { entryOptionsOf, type LogOptions, type ReadOptions, readText } from './read-log.js'
import { itemScanner } from './scan-items.js'
import { fastestScanner } from './scan-items-wasm.js'
import { StoredBytes } from './stored-bytes.js'
import { TextWindow } from './text-window.js'

/** Shorter texts are read before WebAssembly is compiled. */
const SMALL = 65_536

/**
 * Reads a whole file of records, gzipped or not: `{"Records":[...]}` as CloudTrail writes it, a list of records, one record, one per line, or several of these
 * after one another. It never rejects because of what the bytes hold; what is damaged or beyond a limit is an issue, and the records that are certain are
 * returned all the same. All entries are held in memory; `decodeLogStream` returns the same in batches.
 *
 * Where `JSON.parse` accepts the text, the entries are exactly the records it returns, except that of several lists `Records` in one object all are read.
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
  // Views of one class: a Buffer beside other arrays would make every look at a byte slower.
  const stored = new StoredBytes(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const { text, issues } = await wholeText(stored, limitsOf(options))
  const hash = options.textHash?.()
  hash?.update(text)
  const log = decodeText(text, options, text.length < SMALL ? itemScanner() : await fastestScanner(), issues)
  const textHash = await hash?.digest('hex')
  return { ...log, ...(textHash === undefined ? {} : { textHash }) }
}

/** Reads a whole text with a scanner; `stored` are the issues of the stored file. */
export function decodeText(text: Uint8Array, options: ReadOptions, scanner: Scanner, stored: ReadonlyArray<LogIssue> = []): DecodedLog {
  const window = TextWindow.whole(text)
  const entryOptions = entryOptionsOf(options)
  const collector = new EntryCollector(window, entryOptions)
  const reading = readText(window, collector, entryOptions.maxRecordBytes, scanner, stored)
  let next = reading.next()
  while (next.done !== true) next = reading.next()
  const { entries, counts, issues } = collector.take(true)
  return { entries, issues: [...stored, ...issues, ...(next.value ? [next.value] : [])], counts, text }
}
