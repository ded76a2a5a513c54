/**
 * Reads many log files, one after another.
 *
 * @module
 */
import { requireIterable, requireOptions } from '../codec/argument.js'
import { addedCounts, NO_COUNTS } from '../source/counts.js'
import { decodeLog } from '../source/decode-log.js'
import { maxStoredBytes } from '../source/limits.js'
import type { LogBatch, LogEntry, ReadLog } from '../source/log-entry.js'
import { type LogIssue, unreadable } from '../source/log-issue.js'
import { type LogOptions, readLog } from '../source/read-log.js'
import { requireWhere } from '../source/require-where.js'
import { filePieces } from './file-pieces.js'
import { errorWord, type ListFilesOptions, type LogFile, listFiles } from './list-files.js'
import { readUpTo } from './read-file.js'

/**
 * Options for reading files: see `LogOptions` and `ListFilesOptions`.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface FilesOptions extends LogOptions, ListFilesOptions {}

/**
 * An iterable of whole files, or of batches of their records. It can be iterated once.
 *
 * @category sources
 * @since 0.1.0
 */
export interface FilesReading extends AsyncIterable<ReadLog> {
  /** Returns the same records in batches: memory does not grow with the size of a file. */
  readonly batches: () => AsyncGenerator<LogBatch, void, undefined>
}

/** Larger files are read as streams: only their entries are held, each with its own bytes. */
const LARGE = 4 * 1024 * 1024

/**
 * Reads files and folders of log files. Yields one result per file on request, in the order of `listFiles`, or batches
 * of records. One file is in memory at a time, unless the caller keeps results, or bytes that `bytesOf` returned. Of a
 * pipe, and of a file larger than 4 MiB (stored), only the entries are in memory: they have their own bytes, and the
 * `bytes` of the file are empty. A file that cannot be read has the issue `UNREADABLE` and no records; reading
 * continues with the next file.
 *
 * @param paths - Files and folders, or what `listFiles` returned for them.
 * @param options - Limits, which records to keep, and whether links that lead out of a folder are followed.
 * @returns The files. Iterating throws only what `options.where` throws.
 *
 * @example
 * import { decodeFiles } from 'glue-trail/node'
 *
 * let glue = 0
 * for await (const { counts } of decodeFiles(['examples/trail'])) glue += counts.glue
 * assert.ok(glue > 10)
 *
 * for await (const { path, issues } of decodeFiles(['no such file'])) {
 *   assert.strictEqual(path, 'no such file')
 *   assert.deepStrictEqual(issues, [{ code: 'UNREADABLE', expected: 'a readable file', received: 'ENOENT' }])
 * }
 *
 * @category decoding
 * @since 0.1.0
 */
export function decodeFiles(paths: Iterable<string | LogFile>, options: FilesOptions = {}): FilesReading {
  requireOptions('decodeFiles', options)
  requireWhere('decodeFiles', options.where)
  if (typeof paths !== 'string') requireIterable('decodeFiles', 'a list of paths', paths)
  return {
    [Symbol.asyncIterator]: async function* () {
      for (const file of await listFiles(paths, options)) yield await decodeFile(file, options)
    },
    batches: async function* () {
      for (const file of await listFiles(paths, options)) yield* fileBatches(file, options)
    },
  }
}

/** Reads one file whole. */
export async function decodeFile(file: LogFile, options: FilesOptions): Promise<ReadLog> {
  if (isLarge(file)) return collected(fileBatches(file, options))
  const { path, error } = file
  const bytes = error ?? (await readUpTo(path, maxStoredBytes(options)).catch(errorWord))
  if (typeof bytes !== 'string') return { path, size: bytes.length, ...(await decodeLog(bytes, options)) }
  return { path, size: 0, entries: [], issues: [unreadable(FILE, bytes)], counts: NO_COUNTS, bytes: NO_TEXT }
}

/** Reads one file in batches. */
export async function* fileBatches(file: LogFile, options: FilesOptions): AsyncGenerator<LogBatch, void, undefined> {
  const { path } = file
  let { error } = file
  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* filePieces(path)
    } catch (thrown) {
      error = errorWord(thrown)
    }
  }
  const small = isLarge(file) ? undefined : (error ?? (await readUpTo(path, maxStoredBytes(options)).catch(errorWord)))
  if (typeof small === 'string') {
    yield { source: path, entries: [], counts: NO_COUNTS, issues: [unreadable(FILE, small)], isLast: true, storedBytes: 0 }
    return
  }
  for await (const batch of readLog(small === undefined ? pieces() : [small], options, { source: path })) {
    // If no byte was read, the file has no other issues.
    if (error === undefined || !batch.isLast) yield batch
    else yield { ...batch, issues: [unreadable(FILE, error), ...batch.issues.filter(({ code }) => code !== 'EMPTY')] }
  }
}

/** Joins the batches of one file. */
async function collected(batches: AsyncIterable<LogBatch>): Promise<ReadLog> {
  const entries: Array<LogEntry> = []
  const issues: Array<LogIssue> = []
  let log = { path: '', size: 0, counts: NO_COUNTS }
  let hash: Pick<LogBatch, 'textHash' | 'isOneGzipMember'> = {}
  for await (const batch of batches) {
    for (const entry of batch.entries) entries.push(entry)
    for (const issue of batch.issues) issues.push(issue)
    log = { path: batch.source, size: log.size + batch.storedBytes, counts: addedCounts(log.counts, batch.counts) }
    const { textHash, isOneGzipMember } = batch
    if (textHash !== undefined && isOneGzipMember !== undefined) hash = { textHash, isOneGzipMember }
  }
  return { ...log, entries, issues, bytes: NO_TEXT, ...hash }
}

/** Whether a file is read as a stream. The size of a pipe is unknown. */
export const isLarge = ({ size, isPipe, error }: LogFile): boolean => error === undefined && (size > LARGE || isPipe === true)

const FILE = 'a readable file'
const NO_TEXT = new Uint8Array(0)
