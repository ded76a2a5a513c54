/**
 * What a file adds to the tally.
 *
 * @module
 */
import type { DecodedLog } from '../source/log-entry.js'
import type { Tally } from './tally.js'

/** Adds the records of a file, or of a part of one. */
export function countRecords(tally: Tally, { counts, entries }: Pick<DecodedLog, 'counts' | 'entries'>): void {
  tally.records += counts.records
  tally.glue += counts.glue
  tally.matched += counts.matched
  tally.unknown += counts.unknown
  tally.nonconforming += entries.filter(({ result }) => result._tag === 'Both').length
}
