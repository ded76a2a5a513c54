/**
 * Reading many files of records, one after the other.
 *
 * @module
 */
import { NO_COUNTS } from '../source/collect-entries.js'
import { decodeLog, type LogOptions } from '../source/decode-log.js'
import { StreamReading } from '../source/decode-log-stream.js'
import { limitsOf } from '../source/limits.js'
import type { DecodedLog, LogEntry } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'
import { filePieces } from './file-pieces.js'
import { errorWord, type LogFile, listFiles } from './list-files.js'
import { readUpTo } from './read-file.js'

/**
 * How files are read: as `LogOptions` says of each.
 *
 * @category decoding
 * @since 0.1.0
 */
export type FilesOptions = LogOptions

/**
 * One file, read: its records and what is wrong with it. A file that cannot be read has the issue `UNREADABLE` and no records.
 *
 * @category sources
 * @since 0.1.0
 */
export interface FileOutcome extends DecodedLog {
  /** Which file. */
  readonly path: string
  /** How many bytes of it were read, as they are stored. */
  readonly size: number
}

/** Larger files are read while they come: their text is not held, and each entry has its own bytes. */
const LARGE = 4 * 1024 * 1024

/**
 * Reads files and folders of records: one outcome a file, as soon as it is asked for, in the order of `listFiles`. One file is in memory at a time,
 * unless the caller keeps outcomes, or bytes that `bytesOf` gave; of a file larger than 4 MiB as it is stored, and of a pipe, nothing but its entries, which have their own
 * bytes, and its `text` is empty. A file that cannot be read is an outcome like the others, and the rest goes on.
 *
 * @param paths - Files and folders, or what `listFiles` gave for them, whose sizes then say how much there is to read.
 * @param options - Limits, and which records to keep.
 * @returns A generator of outcomes. It throws only what `options.where` throws.
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
export async function* decodeFiles(
  paths: Iterable<string | LogFile>,
  options: FilesOptions = {},
): AsyncGenerator<FileOutcome, void, undefined> {
  for (const file of await listFiles(paths)) yield await decodeFile(file, options)
}

/** Whether a file is read while it comes. How large a pipe is, nobody knows. */
export const isLarge = ({ size, isPipe, error }: LogFile): boolean => error === undefined && (size > LARGE || isPipe === true)

/** One file, read whole. */
export async function decodeFile(file: LogFile, options: FilesOptions): Promise<FileOutcome> {
  const { path, error } = file
  if (isLarge(file)) return decodeLargeFile(path, options)
  const bytes = error ?? (await readUpTo(path, storedLimit(options)).catch(errorWord))
  if (typeof bytes !== 'string') return { path, size: bytes.length, ...(await decodeLog(bytes, options)) }
  return { path, size: 0, entries: [], issues: [unreadable(bytes)], counts: NO_COUNTS, text: new Uint8Array(0) }
}

async function decodeLargeFile(path: string, options: FilesOptions): Promise<FileOutcome> {
  const { log, read } = streamFile(path, options)
  const entries: Array<LogEntry> = []
  for await (const entry of log) entries.push(entry)
  return { path, size: read.size, entries, issues: [...read.issues, ...log.issues], counts: log.counts, text: new Uint8Array(0) }
}

/** A file that is read while it comes. */
export interface StreamedFile {
  readonly log: StreamReading
  /** How much was read so far, as it is stored, and why no more could be. */
  readonly read: { readonly size: number; readonly issues: ReadonlyArray<LogIssue> }
}

export function streamFile(path: string, options: FilesOptions): StreamedFile {
  const read = { size: 0, issues: [] as Array<LogIssue> }
  async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const piece of filePieces(path)) {
        read.size += piece.length
        yield piece
      }
    } catch (error) {
      read.issues.push(unreadable(errorWord(error)))
    }
  }
  return { log: new StreamReading(bytes(), options), read }
}

const unreadable = (received: string): LogIssue => ({ code: 'UNREADABLE', expected: 'a readable file', received })

/** More than any file has that is within its limits: what cannot be compressed grows by less than a thousandth. */
const storedLimit = (options: FilesOptions): number => Math.ceil(1.001 * limitsOf(options).maxBytes) + 1024
