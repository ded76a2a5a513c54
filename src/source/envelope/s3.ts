/**
 * Event notifications of S3: what happened to objects, their keys form-urlencoded.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, isBatch, itemsOf } from './envelope.js'
import { decodedKey, foundObject, namesOf, objectOf } from './object.js'

/** The topic may put a `s3:` in front. */
const CREATED = /^(?:s3:)?ObjectCreated:/

const isItem = (u: unknown): boolean => memberOf(u, 'eventSource') === 'aws:s3'

const isTestEvent = (u: unknown): boolean => memberOf(u, 'Event') === 's3:TestEvent'

export const s3: Envelope = {
  kind: 'S3',
  is: (u) => isTestEvent(u) || isBatch(u, isItem),
  open: (u, into) => {
    into.message()
    if (isTestEvent(u)) {
      into.notice('TEST_EVENT')
      return []
    }
    const { items, steps } = itemsOf(u)
    if (items.length === 0) into.objects([])
    items.forEach((item, i) => {
      const at = [...steps, i, 's3']
      const entity = memberOf(item, 's3')
      const names = namesOf(entity)
      const key = names === undefined ? undefined : decodedKey(names.key)
      if (names === undefined) into.broken('UNKNOWN_ENVELOPE', at, 'a bucket and a key', 'something else')
      else if (key === undefined) into.broken('BROKEN_KEY', [...at, 'object', 'key'], 'a form-urlencoded key', 'another string')
      else {
        const object = memberOf(entity, 'object')
        const found = objectOf(names.bucket, key, memberOf(object, 'versionId'), memberOf(object, 'size'), memberOf(item, 'awsRegion'))
        const name = memberOf(item, 'eventName')
        if (typeof name === 'string' && CREATED.test(name)) foundObject(found, into)
        else into.notice('OTHER_OBJECT_EVENT', found)
      }
    })
    return []
  },
}
