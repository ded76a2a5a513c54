/**
 * CloudTrail's own notice of new log files, which it publishes to the trail's topic.
 *
 * @module
 */
import type * as t from 'io-ts'
import { isList, isObject, isString, none, structure } from '../../codec/seam.js'
import { memberOf } from '../../event/marks.js'
import { type Envelope, hasText } from './envelope.js'
import { foundObject, objectOf } from './object.js'

/**
 * CloudTrail's own notice of new log files. The keys are not encoded. (Seen as well, and read by `unwrap`: one key in place of the list.)
 *
 * Source: {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html AWS: SNS notifications for
 * CloudTrail}.
 *
 * @category models
 * @since 0.1.0
 */
export interface TrailNotice {
  /** The trail's bucket. */
  readonly s3Bucket: string
  /** Keys of the new log files. */
  readonly s3ObjectKey: ReadonlyArray<string | null>
}

/** The io-ts codec of `TrailNotice`. @category codecs */
export const TrailNotice: t.Type<TrailNotice> = /* @__PURE__ */ structure<TrailNotice>(
  'TrailNotice',
  's3Bucket! s3ObjectKey:[s!',
  none,
  (u) => isObject(u) && isString(u.s3Bucket) && isList(u.s3ObjectKey, isString),
)

export const trailNotice: Envelope = {
  kind: 'trail-notice',
  expected: 'a notice of CloudTrail',
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
  },
}
