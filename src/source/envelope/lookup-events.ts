/**
 * What `LookupEvents` answers: each record as JSON in a string.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

const LISTS = ['Events']

const isItem = (u: unknown): boolean => hasText(u, 'CloudTrailEvent')

export const lookupEvents: Envelope = {
  kind: 'LOOKUP_EVENTS',
  is: (u) => isItem(u) || isBatch(u, isItem, LISTS),
  open: (u, into) => {
    into.message()
    if (isItem(u)) {
      into.inner(memberOf(u, 'CloudTrailEvent'), ['CloudTrailEvent'])
      return
    }
    const { items, steps } = itemsOf(u, LISTS)
    if (items.length === 0) into.records([])
    items.forEach((item, i) => {
      into.inner(memberOf(item, 'CloudTrailEvent'), [...steps, i, 'CloudTrailEvent'])
    })
  },
}
