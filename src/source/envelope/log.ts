/**
 * What CloudTrail itself writes, as a value: a log file, a list of records, one record, or a digest.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { type Envelope, hasText, isBatch, itemsOf } from './envelope.js'
import { isRecordByName } from './record-name.js'

/** A digest lists log files and has no records. */
const isDigestDocument = (u: unknown): boolean =>
  isObject(u) && ['digestStartTime', 'digestEndTime', 'logFiles'].every((name) => Object.hasOwn(u, name))

/** An event of `LookupEvents` with names in lower case looks like a record, which it holds as JSON in a string. */
const isRecord = (u: unknown): boolean => isRecordByName(u) && !hasText(u, 'cloudTrailEvent')

export const log: Envelope = {
  kind: 'LOG',
  is: (u) => isRecord(u) || isBatch(u, isRecord) || isDigestDocument(u),
  open: (u, into) => {
    into.message()
    if (isRecord(u)) into.records([u])
    else if (isDigestDocument(u)) into.notice('DIGEST')
    else into.records(itemsOf(u).items)
    return []
  },
}
