/**
 * S3 paths as users write them: `s3://bucket`, a folder of a trail at any depth, or one file.
 *
 * @module
 */
import { keyKind, type LogFileKey } from '../source/envelope/trail-key.js'

/** A path in S3: a file, or the part of a trail below a folder. */
export interface S3Path {
  readonly bucket: string
  /** One file. */
  readonly key?: string
  readonly prefix?: string
  readonly organization?: string
  readonly accounts?: ReadonlyArray<string>
  readonly regions?: ReadonlyArray<string>
  readonly kinds?: ReadonlyArray<LogFileKey['kind']>
  /** The folder of a year, a month or a day of deliveries, `2024/05/14`. */
  readonly days?: string
  /** What of the path selects nothing, such as the folder of another service. */
  readonly unused?: string
}

const SCHEME = 's3://'
const TRAIL = 'CloudTrail'
const DAYS = /^\d{4}(?:\/\d\d(?:\/\d\d)?)?$/

export const isS3Path = (path: string): boolean => path.startsWith(SCHEME)

/**
 * Parses a path. The folders after `AWSLogs` are an organization, an account, a kind, a region and a day; any of the
 * last may be missing. A folder of another service selects nothing.
 */
export function s3PathOf(path: string): S3Path {
  const [bucket = '', ...rest] = path.slice(SCHEME.length).split('/')
  const key = rest.join('/')
  if (key.endsWith('.json') || key.endsWith('.gz')) return { bucket, key }
  const names = rest.filter((name) => name !== '')
  const root = names.indexOf('AWSLogs')
  const prefix = (root < 0 ? names : names.slice(0, root)).join('/')
  const below = root < 0 ? [] : names.slice(root + 1)
  const organization = below[0]?.startsWith('o-') === true ? below.shift() : undefined
  const [account, folder, region, ...after] = below
  const kind = folder?.startsWith(TRAIL) ? keyKind(folder.slice(TRAIL.length)) : undefined
  const isLogs = kind !== undefined && kind !== 'Digest'
  const days = isLogs && DAYS.test(after.join('/')) ? after.join('/') : undefined
  const unused = [...(folder === undefined || isLogs ? [] : [folder]), ...(days === undefined ? after : [])].join('/')
  return {
    bucket,
    ...(prefix === '' ? {} : { prefix }),
    ...(organization === undefined ? {} : { organization }),
    ...(account === undefined ? {} : { accounts: [account] }),
    ...(region === undefined ? {} : { regions: [region] }),
    ...(isLogs && kind !== 'CloudTrail' ? { kinds: [kind] } : {}),
    ...(days === undefined ? {} : { days }),
    ...(unused === '' ? {} : { unused }),
  }
}
