/**
 * The folders that rows of an archive go to, in the form that Hive began and that all engines read: `account=/region=/day=`.
 *
 * @module
 */
import { parseTimestamp } from '../scalar/timestamp.js'
import type { ArchiveRow } from './row.js'

/**
 * The columns that are folders instead, outermost first; all are texts. `region` is a column of the files as well.
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

/** What Hive calls the folder of rows that have no value there. */
const NOTHING = '__HIVE_DEFAULT_PARTITION__'

/** Longer values are none: file systems limit the length of names, and no account or region comes near. */
const LONGEST = 64

const SAFE = /^[A-Za-z0-9_.-]$/

/**
 * The folder that a row belongs to: by its account, its region and the day of its event in UTC. Values come from the record, so that all but
 * letters, digits, `_`, `.` and `-` is escaped as `%2F`; no value leads out of the folder.
 *
 * @param row - The row, or its cells `account_id`, `region` and `event_time`.
 * @returns A relative path with `/` between its parts. What the row lacks, or what is longer than 64 characters, is Hive's name for nothing.
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
export function partitionOf({ account_id, region, event_time }: Pick<ArchiveRow, 'account_id' | 'region' | 'event_time'>): string {
  const day = parseTimestamp(event_time)?.toISOString().slice(0, 10) ?? null
  const values = [account_id, region, day]
  return PARTITIONS.map((name, i) => `${name}=${folderName(values[i] ?? null)}`).join('/')
}

function folderName(value: string | null): string {
  if (value === null || value === '' || value.length > LONGEST) return NOTHING
  return Array.from(new TextEncoder().encode(value), (byte) => {
    const character = String.fromCharCode(byte)
    return SAFE.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
}
