/**
 * Events of EventBridge: a CloudTrail record under `detail`, or what happened to an object in S3, its key not encoded.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { kindOf } from '../../codec/kind.js'
import { memberOf } from '../../event/member-of.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'
import { foundObject, namesOf, objectOf } from './object.js'
import { isRecordByName } from './record-name.js'

/** A rule's input transformer may leave the record alone under `detail`. */
const isEvent = (u: unknown): boolean =>
  isObject(u) && Object.hasOwn(u, 'detail') && (hasText(u, 'detail-type') || (!Object.hasOwn(u, 'source') && isRecordByName(u.detail)))

/**
 * Only AWS may send events whose source begins with `aws.`: `PutEvents` refuses that prefix. Sources of partners begin
 * with `aws.partner/`.
 */
const isFromAws = (source: unknown): boolean =>
  typeof source === 'string' && source.startsWith('aws.') && !source.startsWith('aws.partner/')

/** All spellings of AWS's `detail-type` for a record end so. */
const isViaCloudTrail = (type: unknown): boolean => typeof type === 'string' && type.endsWith(' via CloudTrail')

export const eventBridge: Envelope = {
  kind: 'EVENTBRIDGE',
  is: (u) => isEvent(u) || isBatch(u, isEvent, []),
  *open(u, into) {
    if (!isEvent(u)) {
      for (const [i, item] of itemsOf(u, []).items.entries()) yield into.inner(item, [i], memberOf(item, 'id'))
      return
    }
    into.message(memberOf(u, 'id'))
    const detail = memberOf(u, 'detail')
    const source = memberOf(u, 'source')
    const names = source === 'aws.s3' ? namesOf(detail) : undefined
    // EventBridge gives each event a type and a source: what has no type is a record that a rule left alone.
    if (hasText(u, 'detail-type') && !isFromAws(source))
      into.broken(
        'FOREIGN_SOURCE',
        ['source'],
        'a source of AWS, such as aws.glue',
        typeof source === 'string' ? 'another source' : kindOf(source),
      )
    else if (isRecordByName(detail)) into.records([detail])
    else if (isViaCloudTrail(memberOf(u, 'detail-type'))) {
      into.broken('UNKNOWN_ENVELOPE', ['detail'], 'a CloudTrail record', 'something else')
    } else if (names === undefined) into.notice('OTHER_EVENT')
    else {
      const object = memberOf(detail, 'object')
      const found = objectOf(names.bucket, names.key, memberOf(object, 'version-id'), memberOf(object, 'size'), memberOf(u, 'region'))
      if (memberOf(u, 'detail-type') === 'Object Created') foundObject(found, into)
      else into.notice('OTHER_OBJECT_EVENT', found)
    }
  },
}
