/**
 * Records of a Kinesis stream: base64 of whatever was put into it, gzipped where CloudWatch Logs put it there.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf, objectIn } from './envelope.js'

/** As Lambda and EventBridge Pipes get it, or as `GetRecords` returns it. */
const isItem = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:kinesis' || isFetched(u) || hasText(u, 'kinesisSchemaVersion')

const isFetched = (u: unknown): boolean => hasText(u, 'Data') && hasText(u, 'SequenceNumber')

export const kinesis: Envelope = {
  kind: 'KINESIS',
  is: (u) => isBatch(u, isItem),
  *open(u, into) {
    const { items, steps } = itemsOf(u)
    for (const [i, item] of items.entries()) {
      if (isFetched(item)) {
        yield into.data(memberOf(item, 'Data'), [...steps, i, 'Data'], memberOf(item, 'SequenceNumber'))
        continue
      }
      // EventBridge Pipes leaves out the inner object.
      const inner = objectIn(item, 'kinesis')
      const path = inner === undefined ? [...steps, i] : [...steps, i, 'kinesis']
      yield into.data(memberOf(inner ?? item, 'data'), [...path, 'data'], memberOf(inner ?? item, 'sequenceNumber'))
    }
  },
}
