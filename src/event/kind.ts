/**
 * Which kind of record a value is by its names: what decides before any check runs, so that a wrong member never makes a record something
 * else.
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

type Codec = StructureType<unknown>

/**
 * The codec that a value must match to match the model of its kind, or `undefined` where it is no CloudTrail record. Nothing but names decides.
 */
export function codecOf(u: unknown): Codec | undefined {
  if (!isObject(u)) return undefined
  if (u.eventCategory === 'Insight' || u.eventType === 'AwsCloudTrailInsight') return InsightRecord as Codec
  if (u.eventCategory === 'Aggregated' || u.eventType === 'AwsAggregatedEvent') return AggregatedRecord as Codec
  const { eventSource, eventName } = u
  if (typeof eventSource !== 'string' || typeof eventName !== 'string') return undefined
  if (eventSource === GLUE_SOURCE) return glueEventNamed(eventName) ?? (anyGlueCall as Codec)
  // Notifications of S3 and records of streams have both names too, and a source such as `aws:s3`.
  return eventSource.startsWith('aws:') ? undefined : (anyCall as Codec)
}

/** The kind of a record, or `undefined` where the value is no CloudTrail record. */
export function kindOfRecord(u: unknown): RecordKind | undefined {
  const codec: unknown = codecOf(u)
  switch (codec) {
    case undefined:
      return undefined
    case InsightRecord:
      return 'insight'
    case AggregatedRecord:
      return 'aggregated'
    case anyGlueCall:
      return 'unmodelled'
    case anyCall:
      return 'otherService'
    default:
      return 'event'
  }
}
