/**
 * Messages of SNS: as Lambda gets them, and as queues, streams and HTTP endpoints get them without raw delivery.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf, objectIn } from './envelope.js'
import type { NoticeName } from './message.js'

/** Types of messages that SNS writes itself. */
const NOTICES: ReadonlyMap<unknown, NoticeName> = /* @__PURE__ */ new Map<unknown, NoticeName>([
  ['SubscriptionConfirmation', 'SUBSCRIPTION_CONFIRMATION'],
  ['UnsubscribeConfirmation', 'UNSUBSCRIBE_CONFIRMATION'],
])

const isItem = (u: unknown): boolean => memberOf(u, 'EventSource') === 'aws:sns' && objectIn(u, 'Sns') !== undefined

const isNotification = (u: unknown): boolean =>
  hasText(u, 'Message') && (memberOf(u, 'Type') === 'Notification' || NOTICES.has(memberOf(u, 'Type')))

export const sns: Envelope = {
  kind: 'SNS',
  is: (u) => isNotification(u) || isBatch(u, isItem),
  *open(u, into) {
    if (!isNotification(u)) {
      const { items, steps } = itemsOf(u)
      for (const [i, item] of items.entries()) {
        yield into.inner(memberOf(item, 'Sns'), [...steps, i, 'Sns'], memberOf(objectIn(item, 'Sns'), 'MessageId'))
      }
      return
    }
    into.message(memberOf(u, 'MessageId'))
    const notice = NOTICES.get(memberOf(u, 'Type'))
    if (notice === undefined) yield into.inner(memberOf(u, 'Message'), ['Message'])
    else into.notice(notice)
  },
}
