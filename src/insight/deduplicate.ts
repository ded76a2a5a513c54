/**
 * Records once each: CloudTrail delivers at least once.
 *
 * @module
 */
import { requireOptions, within } from '../codec/argument.js'
import { canonical } from './canonical.js'
import { eventIdOf } from './event-id.js'
import { sha256 } from './sha256.js'
import { stringAt } from './string-at.js'

/**
 * What makes records the same, and how many are remembered.
 *
 * @category insights
 * @since 0.1.0
 */
export interface DeduplicateOptions {
  /**
   * `eventID`, the default: the same `eventID` in the same account, and the same content whatever the order of members.
   * `sharedEventID`: also the copies of one call in the logs of several accounts, which differ in content.
   */
  readonly by?: 'eventID' | 'sharedEventID'
  /** How many different records are remembered, the last ones seen; at least 1. Default: 100,000, about 10 MB. */
  readonly maxRemembered?: number
}

const DEFAULT_REMEMBERED = 100_000

/**
 * Returns a predicate that passes each record once: `true` for a record not seen before, `false` for one that was. It
 * remembers a limited number of records and forgets the least recently seen; a copy that comes later passes again.
 * Records without an `eventID` always pass, and so do records that differ in anything: content is compared by the
 * SHA-256 of its canonical JSON.
 *
 * @param options - See `DeduplicateOptions`.
 * @returns A predicate with its own memory: create one for each stream of records.
 * @throws `TypeError` where the options are not an object.
 *
 * @example
 * import { deduplicate } from 'glue-trail'
 *
 * const record = { eventID: 'e1', eventName: 'DeleteTable', recipientAccountId: '123456789012' }
 * const copy = { ...record }
 * const other = { ...record, recipientAccountId: '111122223333' }
 * assert.deepStrictEqual([record, copy, other].filter(deduplicate()), [record, other])
 *
 * @category insights
 * @since 0.1.0
 */
export function deduplicate(options: DeduplicateOptions = {}): (record: unknown) => boolean {
  requireOptions('deduplicate', options)
  const limit = within(options.maxRemembered, DEFAULT_REMEMBERED)
  const keyOf = options.by === 'sharedEventID' ? sharedKeyOf : ownKeyOf
  // Ordered by when they were last seen.
  const seen = new Set<string>()
  return (record) => {
    const key = keyOf(record)
    if (key === undefined) return true
    const isNew = !seen.delete(key)
    seen.add(key)
    if (seen.size > limit) seen.delete(seen.keys().next().value as string)
    return isNew
  }
}

/** Returns what is the same in copies of a record that were delivered twice; `undefined` where it has no id. */
export function ownKeyOf(record: unknown): string | undefined {
  return eventIdOf(record) && sha256(canonical(record))
}

function sharedKeyOf(record: unknown): string | undefined {
  return stringAt(record, 'sharedEventID') ?? ownKeyOf(record)
}
