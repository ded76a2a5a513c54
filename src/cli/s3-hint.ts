/**
 * What may help where a path in S3 has no log files.
 *
 * @module
 */
import { plural } from './plural.js'
import type { S3Reading } from './s3-logs.js'
import { s3PathOf } from './s3-path.js'

/** Returns a line for a path of which no file was read, unless it could not be listed: that is reported. */
export function s3Hint({ path, counts: { requests, keys, listed, skipped, failed }, coverage }: S3Reading): ReadonlyArray<string> {
  if (listed > 0 || failed > 0) return []
  // Keys that are given are not listed.
  if (requests === 0)
    return [`${path}: ${keys === 0 ? 'no keys to read' : `none of ${plural(keys, 'key')} is of the account, region and time requested`}`]
  const { deliveredFrom, deliveredBefore } = coverage
  const times = [
    ...(deliveredFrom === undefined ? [] : [` delivered from ${deliveredFrom.slice(0, 16)}Z on`]),
    ...(deliveredBefore === undefined ? [] : [` delivered before ${deliveredBefore.slice(0, 16)}Z`]),
  ].join(' and')
  const others = skipped === 0 ? '' : '; --keys <file> reads objects of other names'
  return [`no log files in ${path}: expected ${folderOf(path)}*.json.gz${times}${others}`]
}

const DAY = 'YYYY/MM/DD'

/** Returns where the files are expected, with words for the folders that the path leaves open. */
function folderOf(path: string): string {
  const { bucket, prefix, organization, accounts, regions, kinds, days = '' } = s3PathOf(path)
  const above = [bucket, ...(prefix === undefined ? [] : [prefix]), 'AWSLogs', ...(organization === undefined ? [] : [organization])]
  const kind = kinds === undefined ? 'CloudTrail' : `CloudTrail-${kinds[0]}`
  return `s3://${[...above, accounts?.[0] ?? 'ACCOUNT', kind, regions?.[0] ?? 'REGION', days + DAY.slice(days.length)].join('/')}/`
}
