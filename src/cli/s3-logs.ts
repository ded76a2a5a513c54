/**
 * Log files in S3 as the command reads them. The AWS SDK is the one that the user has installed.
 *
 * @module
 */
import type { ListCounts, ListCoverage } from '../aws/list-options.js'
import type { PathOptions } from '../aws/list-trail.js'
import { type ReadTrailOptions, readTrail } from '../aws/read-trail.js'
import { defined } from '../source/defined.js'
import type { LogBatch } from '../source/log-entry.js'
import type { ReadOptions } from '../source/read-log.js'
import { optionFile } from './option-file.js'
import { plural } from './plural.js'
import { s3PathOf } from './s3-path.js'

/** What reading from S3 took, and what could not be read. */
export interface S3Reading {
  readonly path: string
  readonly counts: ListCounts
  readonly coverage: ListCoverage
  /** The folder of the days that were listed. */
  readonly days?: string
  /** What of the path selects nothing. */
  readonly unused?: string
}

/**
 * Reads the files of a path in S3. If the filter has times, only files that may have records of those times are listed.
 *
 * @param path - As `s3://bucket/prefix`.
 * @param keysFile - A file with keys of the bucket, one a line, in place of a listing.
 * @param options - How each file is read.
 * @param begun - Called before the first file is read.
 */
export async function* s3Batches(
  path: string,
  keysFile: string | undefined,
  { where, strict, textHash, recordsIn }: ReadOptions,
  begun: (reading: S3Reading) => void,
): AsyncGenerator<LogBatch, void, undefined> {
  const { bucket, key, unused, ...places } = s3PathOf(path)
  const listed = keysFile === undefined ? undefined : (await optionFile('--keys', keysFile)).toString('utf8')
  const keys = listed === undefined ? key && [key] : listed.split('\n').flatMap((line) => line.trim() || [])
  const { from, to } = where?.index ?? {}
  const options: ReadTrailOptions & ReadOptions & PathOptions = {
    bucket,
    ...places,
    ...defined({ where, strict, textHash, recordsIn }),
    ...(keys ? { keys } : {}),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  }
  const reading = readTrail(options)
  begun({
    path,
    counts: reading.counts,
    coverage: reading.coverage,
    ...defined(keys ? { unused: unused ?? places.days } : { days: places.days, unused }),
  })
  yield* reading.batches()
}

/** Returns a line about what reading from S3 took. */
export function s3Line({ path, counts, coverage, days, unused }: S3Reading): string {
  const { requests, listed, skipped, failed } = counts
  const parts = [
    `${path}: ${plural(requests, 'request')} to list`,
    plural(listed, 'file'),
    ...(skipped === 0 ? [] : [`${plural(skipped, 'other object')} skipped`]),
    ...(failed === 0 ? [] : [`${failed} not listed`]),
    ...(coverage.deliveredBefore === undefined ? [] : [`delivered from ${coverage.deliveredBefore.slice(0, 16)}Z on: not read`]),
  ]
  const hints = [
    // Events may be in files of later days.
    ...(days === undefined ? [] : [`only what was delivered in ${days}; --from and --to choose by the times of events`]),
    ...(unused === undefined ? [] : [`'${unused}' in the path selects nothing; --from and --to choose days`]),
  ]
  return [...parts, ...hints].join(', ')
}
