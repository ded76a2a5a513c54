/**
 * Classifying a record by its names, before any check runs, so that a member of the wrong type never makes a record
 * something else.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import type { StructureType } from '../codec/structure.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { glueEventNamed } from './glue-event.js'
import { anyCall, anyGlueCall } from './other-records.js'

/** The kinds of records, as `matchRecord` names them. */
export type RecordKind = 'event' | 'unmodelled' | 'otherService' | 'insight' | 'aggregated'

/** What a record is by its names. */
export interface RecordClass {
  readonly kind: RecordKind
  /** The codec of the model that a record of this kind has to match. */
  readonly codec: StructureType<unknown>
}

/**
 * Returns the kind and the codec of a record, or `undefined` if the value is not a CloudTrail record. Only names
 * decide.
 */
export function classify(u: unknown): RecordClass | undefined {
  if (!isObject(u)) return undefined
  if (u.eventCategory === 'Insight' || u.eventType === 'AwsCloudTrailInsight') return classOf('insight', InsightRecord)
  if (u.eventCategory === 'Aggregated' || u.eventType === 'AwsAggregatedEvent') return classOf('aggregated', AggregatedRecord)
  const { eventSource, eventName } = u
  if (typeof eventSource !== 'string' || typeof eventName !== 'string') return undefined
  if (eventSource === GLUE_SOURCE) {
    const codec = glueEventNamed(eventName)
    return codec === undefined ? classOf('unmodelled', anyGlueCall) : { kind: 'event', codec }
  }
  // Notifications of S3 and records of streams have both names too, and a source such as `aws:s3`.
  return eventSource.startsWith('aws:') ? undefined : classOf('otherService', anyCall)
}

/** Every codec of a record is a structure; a cast says so, because public codecs have io-ts's own type. */
const classOf = (kind: RecordKind, codec: unknown): RecordClass => ({ kind, codec: codec as StructureType<unknown> })

/** Returns the kind of a record, or `undefined` if the value is not a CloudTrail record. */
export const kindOfRecord = (u: unknown): RecordKind | undefined => classify(u)?.kind
