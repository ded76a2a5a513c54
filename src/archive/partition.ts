/**
 * The folders of an archive, in the form of Hive, which all engines read: `account=/region=/day=`.
 *
 * @module
 */
import { madeOf, requireObject } from '../codec/argument.js'
import { parseTimestamp } from '../scalar/timestamp.js'
import type { ArchiveRow } from './row.js'

/**
 * The columns that are folders, outermost first; all are strings. `region` is a column of the files as well.
 *
 * @example
 * import { PARTITIONS } from 'glue-trail/archive'
 *
 * assert.deepStrictEqual(PARTITIONS, ['account', 'region', 'day'])
 *
 * @category archive
 * @since 0.1.0
 */
export const PARTITIONS = ['account', 'region', 'day'] as const

/** Hive's name of the folder for rows without a value. */
const NOTHING = '__HIVE_DEFAULT_PARTITION__'

/**
 * Longer values count as missing: file systems limit the length of names, and no account or region is nearly as long.
 */
const LONGEST = 64

/** File systems take 255 bytes, of which the name of the column takes some. */
const LONGEST_NAME = 240

const SAFE = /^[A-Za-z0-9_.-]$/

/**
 * Returns the folder of a row, by its account, its region and the day of its event in UTC. The values are the record's,
 * so that everything but letters, digits, `_`, `.` and `-` is escaped as `%2F`; no value leads out of the folder.
 *
 * @param row - The row, or its cells `account_id`, `region` and `event_time`.
 * @returns A relative path with `/` between its parts. A value that is missing, longer than 64 characters, or with its
 * escapes longer than 240, is Hive's name for a missing value.
 * @throws `TypeError` if `row` is not an object.
 *
 * @example
 * import { partitionOf } from 'glue-trail/archive'
 *
 * assert.strictEqual(
 *   partitionOf({ account_id: '123456789012', region: 'us-east-1', event_time: '2024-05-01T23:30:00Z' }),
 *   'account=123456789012/region=us-east-1/day=2024-05-01',
 * )
 * assert.strictEqual(
 *   partitionOf({ account_id: null, region: '../x', event_time: null }),
 *   'account=__HIVE_DEFAULT_PARTITION__/region=..%2Fx/day=__HIVE_DEFAULT_PARTITION__',
 * )
 *
 * @category archive
 * @since 0.1.0
 */
export function partitionOf(row: Pick<ArchiveRow, 'account_id' | 'region' | 'event_time'>): string {
  requireObject('partitionOf', 'a row', row)
  const values = madeOf('partitionOf', 'a row', row, () => [
    row.account_id,
    row.region,
    parseTimestamp(row.event_time)?.toISOString().slice(0, 10),
  ])
  return PARTITIONS.map((name, i) => `${name}=${folderName(values[i])}`).join('/')
}

// Rows of plain JavaScript have values of any type.
function folderName(value: unknown): string {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST) return NOTHING
  const name = Array.from(new TextEncoder().encode(value), (byte) => {
    const character = String.fromCharCode(byte)
    return SAFE.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
  return name.length > LONGEST_NAME ? NOTHING : name
}
