/**
 * What `LookupEvents` answers: each record as JSON in a string.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

/** SDKs of other languages begin the names with a lower-case letter. */
const LISTS = ['Events', 'events']
const NAMES = ['CloudTrailEvent', 'cloudTrailEvent']

const nameIn = (u: unknown): string | undefined => NAMES.find((name) => hasText(u, name))

const isItem = (u: unknown): boolean => nameIn(u) !== undefined

export const lookupEvents: Envelope = {
  kind: 'LOOKUP_EVENTS',
  is: (u) => isItem(u) || (isBatch(u, isItem, LISTS) && !isLogs(u)),
  *open(u, into) {
    into.message()
    const { items, steps } = isItem(u) ? { items: [u], steps: undefined } : itemsOf(u, LISTS)
    if (items.length === 0) into.records([])
    for (const [i, item] of items.entries()) {
      const name = nameIn(item) ?? 'CloudTrailEvent'
      yield into.inner(memberOf(item, name), [...(steps === undefined ? [] : [...steps, i]), name])
    }
  },
}

/** An empty `events` is the answer of CloudWatch Logs: that of `LookupEvents` has a capital. */
const isLogs = (u: unknown): boolean =>
  Array.isArray(memberOf(u, 'events')) && (memberOf(u, 'events') as ReadonlyArray<unknown>).length === 0
