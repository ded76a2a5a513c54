/**
 * What CloudTrail itself writes, as a value: a log file, a list of records, one record, or a digest.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { type Envelope, isBatch, itemsOf } from './envelope.js'
import { isRecordByName } from './record-name.js'

/** A digest lists log files and has no records. */
const isDigestDocument = (u: unknown): boolean =>
  isObject(u) && ['digestStartTime', 'digestEndTime', 'logFiles'].every((name) => Object.hasOwn(u, name))

export const log: Envelope = {
  kind: 'LOG',
  is: (u) => isRecordByName(u) || isBatch(u, isRecordByName) || isDigestDocument(u),
  open: (u, into) => {
    into.message()
    if (isRecordByName(u)) into.records([u])
    else if (isDigestDocument(u)) into.notice('DIGEST')
    else into.records(itemsOf(u).items)
    return []
  },
}
