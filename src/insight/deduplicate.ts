/**
 * Records once each: CloudTrail delivers at least once.
 *
 * @module
 */
import { accountOf } from './account.js'
import { fingerprintOf } from './fingerprint.js'
import { stringAt } from './string-at.js'

/**
 * What makes records the same, and how long one is remembered.
 *
 * @category insights
 * @since 0.1.0
 */
export interface DeduplicateOptions {
  /**
   * `eventID`, unless another is asked for: the same `eventID` in the same account, and the same content whatever the order of members.
   * `sharedEventID`: also the copies of one call in the logs of several accounts, which differ in content.
   */
  readonly by?: 'eventID' | 'sharedEventID'
  /** How many different records are remembered, the last ones seen; at least 1, unless said 100,000, which takes about 20 MB. */
  readonly maxRemembered?: number
}

const WINDOW = 100_000

/**
 * A filter that passes each record once: `true` for a record not seen before, `false` for one that was. It remembers as many records as its window
 * says, and forgets the one that it saw least recently: a copy that comes after more other records than that passes again. Records that have
 * no `eventID` always pass, and so do records that differ in anything.
 *
 * @param options - See `DistinctOptions`.
 * @returns A predicate with a memory of its own: make a new one for each stream of records.
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
  const wanted = options.maxRemembered ?? WINDOW
  const window = Number.isNaN(wanted) ? WINDOW : Math.max(1, Math.floor(wanted))
  const keyOf = options.by === 'sharedEventID' ? sharedKeyOf : ownKeyOf
  // In the order of last sight.
  const seen = new Set<string>()
  return (record) => {
    const key = keyOf(record)
    if (key === undefined) return true
    const isNew = !seen.delete(key)
    seen.add(key)
    if (seen.size > window) seen.delete(seen.values().next().value ?? key)
    return isNew
  }
}

/** What is the same in copies of a record that were delivered twice; `undefined` where it has no id. */
export function ownKeyOf(record: unknown): string | undefined {
  // Aggregated records spell it `eventId`.
  const id = stringAt(record, 'eventID') ?? stringAt(record, 'eventId')
  return id === undefined ? undefined : JSON.stringify([id, accountOf(record) ?? '', fingerprintOf(record)])
}

function sharedKeyOf(record: unknown): string | undefined {
  return stringAt(record, 'sharedEventID') ?? ownKeyOf(record)
}
