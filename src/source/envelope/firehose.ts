/**
 * What Firehose hands to a transformation: base64 of whatever was put into the stream, gzipped where CloudWatch Logs
 * put it there.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

const LISTS = ['records']

const isItem = (u: unknown): boolean => hasText(u, 'recordId') && hasText(u, 'data')

export const firehose: Envelope = {
  kind: 'FIREHOSE',
  is: (u) => isBatch(u, isItem, LISTS),
  *open(u, into) {
    const { items, steps } = itemsOf(u, LISTS)
    for (const [i, item] of items.entries()) {
      yield into.data(memberOf(item, 'data'), [...steps, i, 'data'], memberOf(item, 'recordId'))
    }
  },
}
