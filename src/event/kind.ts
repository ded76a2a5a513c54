/**
 * Which kind of record a value is by its names: what decides before any check runs, so that a wrong member never makes a record something
 * else.
 *
 * @module
 */
import { isObject, type Members } from '../codec/check.js'
import type { StructureType } from '../codec/structure.js'
import { AggregatedRecord } from '../generated/record/aggregated-record.js'
import { InsightRecord } from '../generated/record/insight-record.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { glueEventNamed } from './glue-event.js'
import { anyCall, anyGlueCall } from './other-records.js'

/** The kinds of records, as `matchRecord` names them. */
export type RecordKind = 'event' | 'unmodelled' | 'otherService' | 'insight' | 'aggregated'

/** A kind, and the codec that a value of that kind must match. */
export interface Recognised {
  readonly kind: RecordKind
  readonly codec: StructureType<unknown>
}

/** The kind of a record, or `undefined` where the value is no CloudTrail record. Nothing but names decides [A2, A15]. */
export function kindOfRecord(u: unknown): RecordKind | undefined {
  if (!isObject(u)) return undefined
  if (u.eventCategory === 'Insight' || u.eventType === 'AwsCloudTrailInsight') return 'insight'
  if (u.eventCategory === 'Aggregated' || u.eventType === 'AwsAggregatedEvent') return 'aggregated'
  const { eventSource, eventName } = u
  if (typeof eventSource !== 'string' || typeof eventName !== 'string') return undefined
  if (eventSource === GLUE_SOURCE) return glueEventNamed(eventName) === undefined ? 'unmodelled' : 'event'
  // Notifications of S3 and records of streams have both names too, and a source such as `aws:s3` [A15].
  return eventSource.startsWith('aws:') ? undefined : 'otherService'
}

/** The codec that decides whether a value matches the model of its kind. */
export function codecOfKind(kind: RecordKind, u: unknown): StructureType<unknown> {
  switch (kind) {
    case 'event':
      return glueEventNamed((u as Members).eventName as string) ?? (anyGlueCall as StructureType<unknown>)
    case 'unmodelled':
      return anyGlueCall as StructureType<unknown>
    case 'otherService':
      return anyCall as StructureType<unknown>
    case 'insight':
      return InsightRecord as StructureType<unknown>
    case 'aggregated':
      return AggregatedRecord as StructureType<unknown>
  }
}
