/**
 * Whether a value is a CloudTrail record by its names: the rule of `decodeRecord`, without the codecs that decide the
 * rest. A test holds the two equal.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'

/** Whether `decodeRecord` answers anything but `Left`. */
export function isRecordByName(u: unknown): boolean {
  if (!isObject(u)) return false
  const { eventCategory, eventType, eventSource, eventName } = u
  if (eventCategory === 'Insight' || eventCategory === 'Aggregated') return true
  if (eventType === 'AwsCloudTrailInsight' || eventType === 'AwsAggregatedEvent') return true
  return typeof eventSource === 'string' && typeof eventName === 'string' && !eventSource.startsWith('aws:')
}
