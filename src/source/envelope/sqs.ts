/**
 * Messages of SQS, as Lambda gets them and as `ReceiveMessage` gives them.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'

const LISTS = ['Records', 'Messages']

const isMessage = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:sqs' || (hasText(u, 'Body') && hasText(u, 'MessageId'))

export const sqs: Envelope = {
  kind: 'SQS',
  is: (u) => isMessage(u) || isBatch(u, isMessage, LISTS),
  *open(u, into) {
    const { items, steps } = itemsOf(isMessage(u) ? [u] : u, LISTS)
    for (const [i, item] of items.entries()) {
      const name = hasText(item, 'Body') ? 'Body' : 'body'
      const path = isMessage(u) ? [] : [...steps, i]
      const id = memberOf(item, 'messageId') ?? memberOf(item, 'MessageId')
      yield into.inner(memberOf(item, name), [...path, name], id, memberOf(item, 'attributes') ?? memberOf(item, 'Attributes'))
    }
  },
}
