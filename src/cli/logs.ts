/**
 * What the command reads: files and folders, standard input, and S3.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import { decodeFiles, type FileOutcome, type FilesOptions } from '../node/decode-files.js'
import { type LogFile, listFiles } from '../node/list-files.js'
import { decodeLogStream } from '../source/decode-log-stream.js'
import type { LogEntry } from '../source/log-entry.js'
import { type S3Reading, s3Line, s3Logs } from './s3-logs.js'
import { isS3Path } from './s3-path.js'

/** The path that means standard input. */
export const STANDARD_INPUT = '-'

/** A file that was read, and how far that was. */
export interface ReadLog extends FileOutcome {
  /** How many bytes of all files are done, this one's included. */
  readonly done: number
}

/** All that is to be read. */
export interface Logs {
  /** How many bytes the files have together, standard input left out. */
  readonly total: number
  /** What to say of places in S3 that were read. */
  readonly notes: () => ReadonlyArray<string>
  /** The files, where they are all that is to be read: then several threads may. */
  readonly files?: ReadonlyArray<LogFile>
  /** Reads them, one after the other; standard input first, S3 last. */
  readonly read: (options: FilesOptions) => AsyncGenerator<ReadLog, void, undefined>
}

export async function logsIn(paths: ReadonlyArray<string>, stdin: Readable, keysFile?: string): Promise<Logs> {
  const files = await listFiles(paths.filter((path) => path !== STANDARD_INPUT && !isS3Path(path)))
  const readings: Array<S3Reading> = []
  return {
    total: files.reduce((sum, { size }) => sum + size, 0),
    notes: () => readings.map(s3Line),
    ...(paths.some((path) => path === STANDARD_INPUT || isS3Path(path)) ? {} : { files }),
    read: async function* (options) {
      if (paths.includes(STANDARD_INPUT)) {
        yield { ...(await decodeInput(stdin, options)), done: 0 }
      }
      let done = 0
      let place = 0
      for await (const log of decodeFiles(files, options)) {
        done += files[place++]?.size ?? 0
        yield { ...log, done }
      }
      for (const path of paths.filter(isS3Path)) {
        for await (const log of s3Logs(path, keysFile, options, (reading) => readings.push(reading))) yield { ...log, done }
      }
    },
  }
}

/** What is read from standard input: its text is not held, however long it is. */
async function decodeInput(stdin: Readable, options: FilesOptions): Promise<FileOutcome> {
  let size = 0
  async function* bytes(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of stdin) {
      size += (piece as Buffer).length
      yield piece as Buffer
    }
  }
  const log = decodeLogStream(bytes(), options)
  const entries: Array<LogEntry> = []
  for await (const entry of log) entries.push(entry)
  return { path: STANDARD_INPUT, size, entries, issues: log.issues, counts: log.counts, text: new Uint8Array(0) }
}
