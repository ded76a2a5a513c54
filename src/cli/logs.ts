/**
 * What the command reads: files and folders, standard input, and S3. Of what is large, or may be, no more is held than a part.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import { decodeFile, type FileOutcome, type FilesOptions, isLarge, type StreamedFile, streamFile } from '../node/decode-files.js'
import { type LogFile, listFiles } from '../node/list-files.js'
import { NO_COUNTS } from '../source/collect-entries.js'
import { StreamReading } from '../source/decode-log-stream.js'
import type { TrailObject } from '../source/envelope/message.js'
import type { LogCounts } from '../source/log-entry.js'
import { type S3Reading, s3Line, s3Logs } from './s3-logs.js'
import { isS3Path } from './s3-path.js'

/** The path that means standard input. */
export const STANDARD_INPUT = '-'

/** A file that was read, or the next part of one that is read while it comes: its entries and counts. */
export interface ReadLog extends FileOutcome {
  /** How many bytes of everything are done, those of this part included. */
  readonly done: number
  /** The object, of a file in S3. */
  readonly object?: TrailObject
  /** Whether the file is read; what is wrong with it as a whole comes with its last part. */
  readonly isLast: boolean
}

/** All that is to be read. */
export interface Logs {
  /** How many bytes there are to read; nobody knows that of standard input, pipes and S3. */
  readonly total: number | undefined
  /** What to say of places in S3 that were read. */
  readonly notes: () => ReadonlyArray<string>
  /** The files, where they are all that is to be read: then several threads may. */
  readonly files?: ReadonlyArray<LogFile>
  /** Reads them, one after the other; standard input first, S3 last. */
  readonly read: (options: FilesOptions) => AsyncGenerator<ReadLog, void, undefined>
}

export async function logsIn(paths: ReadonlyArray<string>, stdin: Readable, keysFile?: string): Promise<Logs> {
  const files = await listFiles(paths.filter((path) => path !== STANDARD_INPUT && !isS3Path(path)))
  const hasInput = paths.includes(STANDARD_INPUT)
  const isUnknown = hasInput || paths.some(isS3Path) || files.some(({ isPipe }) => isPipe === true)
  const readings: Array<S3Reading> = []
  return {
    total: isUnknown ? undefined : files.reduce((sum, { size }) => sum + size, 0),
    notes: () => readings.map(s3Line),
    ...(isUnknown ? {} : { files }),
    read: async function* (options) {
      let before = 0
      if (hasInput) {
        const input = streamInput(stdin, options)
        yield* partsOf(STANDARD_INPUT, input, before)
        before += input.read.size
      }
      for (const file of files) {
        if (isLarge(file)) {
          const streamed = streamFile(file.path, options)
          yield* partsOf(file.path, streamed, before)
          before += Math.max(file.size, streamed.read.size)
        } else {
          yield { ...(await decodeFile(file, options)), done: before + file.size, isLast: true }
          before += file.size
        }
      }
      for (const path of paths.filter(isS3Path)) {
        for await (const log of s3Logs(path, keysFile, options, (reading) => readings.push(reading))) {
          before += log.size
          yield { ...log, done: before, isLast: true }
        }
      }
    },
  }
}

function streamInput(stdin: Readable, options: FilesOptions): StreamedFile {
  const read = { size: 0, issues: [] }
  async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of stdin) {
      read.size += (piece as Buffer).length
      yield piece as Buffer
    }
  }
  return { log: new StreamReading(bytes(), options), read }
}

async function* partsOf(path: string, { log, read }: StreamedFile, before: number): AsyncGenerator<ReadLog, void, undefined> {
  let counted = NO_COUNTS
  for await (const { entries, isLast } of log.parts()) {
    const { counts } = log
    const issues = isLast ? [...read.issues, ...log.issues] : []
    const { size } = read
    yield { path, size, entries, issues, counts: since(counted, counts), text: NOTHING, done: before + size, isLast }
    counted = counts
  }
}

/** What was counted since. Of what turns out to be no log nothing counts, so that it is taken back. */
const since = (before: LogCounts, now: LogCounts): LogCounts => ({
  records: now.records - before.records,
  matched: now.matched - before.matched,
  unknown: now.unknown - before.unknown,
  unmatched: now.unmatched - before.unmatched,
  left: now.left - before.left,
  broken: now.broken - before.broken,
  glue: now.glue - before.glue,
})

/** Entries of a stream have their own bytes. */
const NOTHING = new Uint8Array(0)
