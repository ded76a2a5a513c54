/**
 * Records in a message itself.
 *
 * @module
 */
import { decodeRecord } from '../event/decode-record.js'
import type { LogOptions } from '../source/read-log.js'
import type { InlineEntry } from './events.js'

/** Returns the wanted records, and how many are not. */
export function inlineEntries(
  records: ReadonlyArray<unknown>,
  options: LogOptions,
): { readonly entries: ReadonlyArray<InlineEntry>; readonly filtered: number } {
  const entries: Array<InlineEntry> = []
  for (const [index, raw] of records.entries()) {
    const result = decodeRecord(raw, options)
    const match = result._tag === 'Left' ? undefined : options.where?.test(result.right)
    if (match !== 'NO') entries.push(match === undefined ? { index, result, raw } : { index, result, raw, match })
  }
  return { entries, filtered: records.length - entries.length }
}
