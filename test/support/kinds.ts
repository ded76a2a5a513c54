/**
 * One small record of each kind, and of each kind of identity, with members for the test's values.
 */
import type { Value } from './sample.js'

const envelope = { eventVersion: '1.11', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'eu-central-1', recipientAccountId: '123456789012' }

/** A record of a kind, and its members in which a test may try any value. */
export interface SmallRecord {
  readonly name: string
  readonly record: Value
}

export const SMALL_RECORDS: ReadonlyArray<SmallRecord> = [
  { name: 'a Glue call', record: { ...envelope, eventSource: 'glue.amazonaws.com', eventName: 'CreateConnection' } },
  { name: 'a Glue call without a model', record: { ...envelope, eventSource: 'glue.amazonaws.com', eventName: 'GetObjects' } },
  { name: 'a call of another service', record: { ...envelope, eventSource: 's3.amazonaws.com', eventName: 'GetObject' } },
  { name: 'an Insights record', record: { ...envelope, eventType: 'AwsCloudTrailInsight', eventCategory: 'Insight' } },
  {
    name: 'an aggregated record',
    record: { eventVersion: '1.0', eventType: 'AwsAggregatedEvent', eventCategory: 'Aggregated', eventSource: 's3.amazonaws.com' },
  },
]
