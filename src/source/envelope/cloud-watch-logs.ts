/**
 * Subscriptions of CloudWatch Logs: base64 of gzip of a batch of log events, each of which is one record.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, itemsOf, objectIn } from './envelope.js'

const hasData = (u: unknown): boolean => hasText(objectIn(u, 'awslogs'), 'data')

export const cloudWatchLogs: Envelope = {
  kind: 'CLOUDWATCH_LOGS',
  is: (u) => hasData(u) || (hasText(u, 'messageType') && Array.isArray(memberOf(u, 'logEvents'))),
  *open(u, into) {
    into.message()
    if (hasData(u)) yield into.data(memberOf(memberOf(u, 'awslogs'), 'data'), ['awslogs', 'data'])
    else if (memberOf(u, 'messageType') === 'CONTROL_MESSAGE') into.notice('CONTROL_MESSAGE')
    else {
      const { items } = itemsOf(u, ['logEvents'])
      if (items.length === 0) into.records([])
      for (const [i, item] of items.entries()) {
        yield into.inner(memberOf(item, 'message'), ['logEvents', i, 'message'])
      }
    }
  },
}
