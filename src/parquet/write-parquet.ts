/**
 * Rows as Parquet, in bounded memory.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { partitionOf } from '../archive/partition.js'
import type { ArchiveRow } from '../archive/row.js'
import { requireObject, requireOptions } from '../codec/argument.js'
import { MissingPackage } from '../source/missing-package.js'
import { type Library, ParquetFile } from './parquet-file.js'
import { type ByteStream, fileSink, streamSink } from './sink.js'

/**
 * How much is held, and how much is written at once.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ParquetLimits {
  /** The most rows in a row group. Default 20,000. */
  readonly rowGroupRows?: number
  /**
   * About how many bytes of rows are held, all files together, before a row group is written. Default 33,554,432 (32
   * MiB).
   */
  readonly maxBufferedBytes?: number
  /** About how many bytes a file has before another is begun. Default 268,435,456 (256 MiB). */
  readonly fileBytes?: number
  /**
   * The most files that are open; for another one, the one that got no row for the longest time is ended. Default 64.
   */
  readonly maxOpenFiles?: number
}

/**
 * The target of rows: a folder, with files by partition, or a stream, as one file.
 *
 * @category archive
 * @since 0.1.0
 */
export type ParquetTarget =
  | {
      /** The folder; created where it does not exist. */
      readonly dir: string
    }
  | {
      /** The stream; it stays open after the file. */
      readonly stream: ByteStream
    }

/**
 * What was written.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ParquetWritten {
  /** The number of rows. */
  readonly rows: number
  /** The number of files. */
  readonly files: number
}

/**
 * A writer that takes rows one at a time.
 *
 * @category archive
 * @since 0.1.0
 */
export interface RowWriter {
  /** Takes a row. Await it before the next row: it writes when there is enough to write. */
  readonly write: (row: ArchiveRow) => Promise<void>
  /** Ends all files and returns what was written. */
  readonly end: () => Promise<ParquetWritten>
  /** Removes the files that are not ended. */
  readonly abandon: () => Promise<void>
}

/** The only file of a stream. */
const WHOLE = ''

/** The most row groups of a file: their metadata is in memory until the file ends. */
const MOST_GROUPS = 32

const MIB = 1024 * 1024

/**
 * Creates a writer of Parquet that takes rows as they come. It needs the package hyparquet-writer, which is loaded
 * here.
 *
 * In a folder, rows go to files by account, region and day (`partitionOf`). A file is named `part-HASH.parquet` after a
 * hash of its records and their sources: writing the same rows in the same order again overwrites the files, and no
 * file overwrites one with other records. Files appear when they are complete.
 *
 * `maxBufferedBytes` and `maxOpenFiles` bound the memory for any number of rows. Rows sorted by account and region, as
 * the folders of a trail are, give the largest row groups and the fewest files.
 *
 * @param options - The target and the limits.
 * @returns The writer. The promise rejects where hyparquet-writer is not installed, and with a `TypeError` where a
 *   limit is not a number of at least 1; the functions of the writer reject where a file cannot be written.
 *
 * @example
 * import { mkdtemp, readdir, rm } from 'node:fs/promises'
 * import { decodeFiles } from 'glue-trail/node'
 * import { rowsOf } from 'glue-trail/archive'
 * import { parquetWriter } from 'glue-trail/parquet'
 *
 * const dir = await mkdtemp('archive-')
 * const writer = await parquetWriter({ dir })
 * for await (const log of decodeFiles(['examples/trail'])) {
 *   for (const row of rowsOf(log)) await writer.write(row)
 * }
 * const { rows } = await writer.end()
 * assert.strictEqual(rows, 149)
 * assert.ok((await readdir(dir)).includes('account=123456789012'))
 * await rm(dir, { recursive: true })
 *
 * @category archive
 * @since 0.1.0
 */
export async function parquetWriter(options: ParquetTarget & ParquetLimits): Promise<RowWriter> {
  requireOptions('parquetWriter', options)
  const { rowGroupRows = 20_000, maxBufferedBytes = 32 * MIB, fileBytes = 256 * MIB, maxOpenFiles = 64 } = options
  checkLimits({ rowGroupRows, maxBufferedBytes, fileBytes, maxOpenFiles })
  const library = await hyparquetWriter()
  // The one that got no row for the longest time comes first.
  const open = new Map<string, ParquetFile>()
  const run = randomUUID()
  let held = 0
  let rows = 0
  let files = 0

  const begun = async (partition: string): Promise<ParquetFile> => {
    for (const [oldest, waiting] of open) {
      if (open.size < maxOpenFiles) break
      await ended(oldest, waiting)
    }
    const sink = 'stream' in options ? streamSink(options.stream) : await fileSink(join(options.dir, partition), `${run}-${files}`)
    files++
    return new ParquetFile(library, sink)
  }
  const group = async (file: ParquetFile): Promise<void> => {
    held -= file.held
    await file.writeGroup()
  }
  const ended = async (partition: string, file: ParquetFile): Promise<void> => {
    held -= file.held
    await file.end()
    open.delete(partition)
  }
  return {
    write: async (row) => {
      const partition = 'stream' in options ? WHOLE : partitionOf(row)
      const file = open.get(partition) ?? (await begun(partition))
      open.delete(partition)
      open.set(partition, file)
      const before = file.held
      file.add(row)
      held += file.held - before
      rows++
      if (file.heldRows >= rowGroupRows) await group(file)
      while (held > maxBufferedBytes) await group(largest(open.values()))
      if (!('stream' in options) && (file.written > fileBytes || file.groups >= MOST_GROUPS)) await ended(partition, file)
    },
    end: async () => {
      // A stream without rows is a file without rows.
      if ('stream' in options && files === 0) open.set(WHOLE, await begun(WHOLE))
      for (const [partition, file] of open) await ended(partition, file)
      return { rows, files }
    },
    abandon: async () => {
      for (const file of open.values()) await file.abandon()
      open.clear()
    },
  }
}

/**
 * Writes rows as Parquet and waits until all are written. Where the rows end with an error, incomplete files are
 * removed.
 *
 * @param rows - Rows of one file or of many, from `rowsOf`.
 * @param options - The target and the limits.
 * @returns What was written. The promise rejects as that of `parquetWriter` does, and with what `rows` throws.
 *
 * @example
 * import { mkdtemp, rm } from 'node:fs/promises'
 * import { decodeFiles } from 'glue-trail/node'
 * import { rowsOf } from 'glue-trail/archive'
 * import { writeParquet } from 'glue-trail/parquet'
 *
 * async function* rows() {
 *   for await (const log of decodeFiles(['examples/trail'])) yield* rowsOf(log, { redact: true })
 * }
 * const dir = await mkdtemp('archive-')
 * assert.deepStrictEqual((await writeParquet(rows(), { dir })).rows, 149)
 * await rm(dir, { recursive: true })
 *
 * @category archive
 * @since 0.1.0
 */
export async function writeParquet(
  rows: Iterable<ArchiveRow> | AsyncIterable<ArchiveRow>,
  options: ParquetTarget & ParquetLimits,
): Promise<ParquetWritten> {
  requireObject('writeParquet', 'rows', rows)
  const writer = await parquetWriter(options)
  try {
    for await (const row of rows) await writer.write(row)
    return await writer.end()
  } catch (error) {
    await writer.abandon()
    throw error
  }
}

/** Bundlers take an import within `try` for one of a package that need not be there. */
async function hyparquetWriter(): Promise<Library> {
  try {
    return await import('hyparquet-writer')
  } catch (cause) {
    throw new MissingPackage('glue-trail/parquet', 'hyparquet-writer', cause)
  }
}

/** A limit that is not a number of at least 1 would be none. */
function checkLimits(limits: Required<ParquetLimits>): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (!(typeof limit === 'number' && limit >= 1)) throw new TypeError(`${name}: expected a number of at least 1`)
  }
}

function largest(files: Iterable<ParquetFile>): ParquetFile {
  const [first, ...rest] = files
  if (first === undefined) throw new Error('no file is open')
  return rest.reduce((most, file) => (file.held > most.held ? file : most), first)
}
