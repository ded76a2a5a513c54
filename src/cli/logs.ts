/**
 * What the command reads: files and folders, standard input, and S3, all of it in batches.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import type { LedgerState } from '../integrity/ledger.js'
import { fileBatches, isLarge } from '../node/decode-files.js'
import { type ListFilesOptions, type LogFile, listFiles } from '../node/list-files.js'
import type { LogBatch } from '../source/log-entry.js'
import { type ReadOptions, readLog } from '../source/read-log.js'
import { openPipes } from './open-pipes.js'
import type { S3Reading } from './s3-logs.js'
import { isS3Path } from './s3-path.js'

/** The path that means standard input. */
export const STANDARD_INPUT = '-'

/** A batch, and what digests say of its file where that was asked for. */
export interface LabelledBatch extends LogBatch {
  readonly integrity?: LedgerState
  /** Whether the file is not the one that the verdict is on; on its last batch. */
  readonly isChanged?: boolean
}

/** A batch, and how many bytes of everything are read with it. */
export interface ReadBatch extends LabelledBatch {
  readonly done: number
}

/**
 * Adds to the batches of files what digests say of each.
 *
 * @param read - Reads the files; each time, from the beginning.
 * @param isHeld - Whether the batches of a file can be held until its end. If not, there is only one file, and it is
 * read twice.
 */
export type Label = (
  read: () => AsyncGenerator<LogBatch, void, undefined>,
  isHeld: boolean,
) => AsyncGenerator<LabelledBatch, void, undefined>

/** All that is to be read. */
export interface Logs {
  /** The number of bytes to read; unknown for standard input, pipes and S3. */
  readonly total: number | undefined
  /** Lines about what was read from S3, and what may help where nothing was. */
  readonly notes: () => ReadonlyArray<string>
  /** The files, if nothing else is to be read: then several threads may read them. */
  readonly files?: ReadonlyArray<LogFile>
  /** Reads everything in order: standard input first, S3 last. */
  readonly read: (options: ReadOptions, label?: Label) => AsyncGenerator<ReadBatch, void, undefined>
}

export async function logsIn(
  paths: ReadonlyArray<string>,
  stdin: Readable,
  keysFile?: string,
  links: ListFilesOptions = {},
): Promise<Logs> {
  const files = await listFiles(
    paths.filter((path) => path !== STANDARD_INPUT && !isS3Path(path)),
    links,
  )
  const hasInput = paths.includes(STANDARD_INPUT)
  const s3Paths = paths.filter(isS3Path)
  const isUnknown = hasInput || s3Paths.length > 0 || files.some(({ isPipe }) => isPipe === true)
  const notes: Array<() => ReadonlyArray<string>> = []
  async function* batches(options: ReadOptions, label: Label): AsyncGenerator<LabelledBatch, void, undefined> {
    if (hasInput) yield* label(() => readLog(stdin, options, { source: STANDARD_INPUT }), true)
    for (const file of files) {
      if (file.isPipe === true) openPipes.add(file.path)
      yield* label(() => fileBatches(file, options), !isLarge(file) || file.isPipe === true)
      openPipes.delete(file.path)
    }
    if (s3Paths.length === 0) return
    const [{ s3Batches, s3Line }, { s3Hint }] = await Promise.all([import('./s3-logs.js'), import('./s3-hint.js')])
    const begun = (reading: S3Reading): void => {
      notes.push(() => [s3Line(reading), ...s3Hint(reading)])
    }
    for (const path of s3Paths) yield* label(() => s3Batches(path, keysFile, options, begun), true)
  }
  return {
    total: isUnknown ? undefined : files.reduce((sum, { size }) => sum + size, 0),
    notes: () => notes.flatMap((note) => note()),
    ...(isUnknown ? {} : { files }),
    read: async function* (options, label = (read) => read()) {
      let done = 0
      for await (const batch of batches(options, label)) {
        done += batch.storedBytes
        yield { ...batch, done }
      }
    },
  }
}
