/**
 * Records of a Kafka topic, as Lambda gets them: lists by topic and partition, each value base64.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { memberOf } from '../../event/member-of.js'
import type { Envelope } from './envelope.js'

const isKafka = (source: unknown): boolean => source === 'aws:kafka' || source === 'SelfManagedKafka'

export const kafka: Envelope = {
  kind: 'KAFKA',
  is: (u) => isKafka(memberOf(u, 'eventSource')) && isObject(memberOf(u, 'records')),
  *open(u, into) {
    into.message()
    into.records([])
    for (const [partition, list] of Object.entries(memberOf(u, 'records') as object)) {
      if (!Array.isArray(list)) continue
      for (const [i, item] of list.entries()) {
        yield into.data(memberOf(item, 'value'), ['records', partition, i, 'value'])
      }
    }
  },
}
