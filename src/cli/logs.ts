/**
 * What the command reads: files and folders, standard input, and S3.
 *
 * @module
 */
import type { Readable } from 'node:stream'
import { decodeFiles, type FileOutcome, type FilesOptions } from '../node/decode-files.js'
import { listFiles } from '../node/list-files.js'
import { decodeLog } from '../source/decode-log.js'
import { limitsOf } from '../source/limits.js'
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
  /** Reads them, one after the other; standard input first, S3 last. */
  readonly read: (options: FilesOptions) => AsyncGenerator<ReadLog, void, undefined>
}

export async function logsIn(paths: ReadonlyArray<string>, stdin: Readable, keysFile?: string): Promise<Logs> {
  const files = await listFiles(paths.filter((path) => path !== STANDARD_INPUT && !isS3Path(path)))
  const readings: Array<S3Reading> = []
  return {
    total: files.reduce((sum, { size }) => sum + size, 0),
    notes: () => readings.map(s3Line),
    read: async function* (options) {
      if (paths.includes(STANDARD_INPUT)) {
        const bytes = await bytesFrom(stdin, limitsOf(options).maxBytes + 1)
        yield { path: STANDARD_INPUT, size: bytes.length, done: 0, ...(await decodeLog(bytes, options)) }
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

/** What a stream gives, up to a limit. */
async function bytesFrom(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size >= limit) break
  }
  return Buffer.concat(chunks)
}
