/**
 * CloudTrail's own notice of new log files, which it publishes to the trail's topic.
 *
 * @module
 */
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText } from './envelope.js'
import { foundObject, objectOf } from './object.js'

export const trailNotice: Envelope = {
  kind: 'TRAIL_NOTICE',
  is: (u) => hasText(u, 's3Bucket') && (hasText(u, 's3ObjectKey') || Array.isArray(memberOf(u, 's3ObjectKey'))),
  open: (u, into) => {
    into.message()
    const keys = memberOf(u, 's3ObjectKey')
    const list: ReadonlyArray<unknown> = Array.isArray(keys) ? keys : [keys]
    if (list.length === 0) into.objects([])
    list.forEach((key, i) => {
      if (typeof key === 'string') foundObject(objectOf(memberOf(u, 's3Bucket') as string, key), into)
      else into.broken('UNKNOWN_ENVELOPE', ['s3ObjectKey', i], 'a key', 'something else')
    })
    return []
  },
}
