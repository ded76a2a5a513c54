/**
 * Reading records from what holds them: whole log files, gzipped or not, and the envelopes in which AWS delivers records and notices of files.
 *
 * @module
 */

export type { ByteSource, BytesReader, ReadableBytes, ReadPiece } from './byte-source.js'
export { decodeLog, type LogOptions } from './decode-log.js'
export { decodeLogStream, type LogStream } from './decode-log-stream.js'
export { CloudWatchLogsData, CloudWatchLogsEvent, CloudWatchLogsLogEvent, CloudWatchLogsPayload } from './envelope/cloud-watch-logs.js'
export type { Delivery, DeliveryContent, EnvelopeKind, NoticeName, TrailObject } from './envelope/delivery.js'
export { EventBridgeEvent } from './envelope/event-bridge.js'
export { FirehoseEvent, FirehoseRecord } from './envelope/firehose.js'
export {
  fromAthenaRows,
  fromCloudWatchLogs,
  fromEventBridge,
  fromFirehose,
  fromKinesis,
  fromLakeRows,
  fromLookupEvents,
  fromS3Event,
  fromSnsEvent,
  fromSqsEvent,
} from './envelope/from.js'
export { type EnvelopeIssue, type EnvelopeIssueCode, formatEnvelopeIssues } from './envelope/issue.js'
export { KinesisData, KinesisEvent, KinesisEventRecord } from './envelope/kinesis.js'
export type { EnvelopeLimits } from './envelope/limits.js'
export { LookupEvent, LookupEventsOutput } from './envelope/lookup-events.js'
export { S3Event, S3EventBucket, S3EventEntity, S3EventObject, S3EventRecord } from './envelope/s3.js'
export { SnsEvent, SnsEventRecord, SnsNotification } from './envelope/sns.js'
export { SqsEvent, SqsMessage } from './envelope/sqs.js'
export {
  type DigestFileKey,
  formatTrailKey,
  type LogFileKey,
  parseTrailKey,
  type TrailKey,
  type TrailKeyKind,
} from './envelope/trail-key.js'
export { TrailNotice } from './envelope/trail-notice.js'
export { unwrap } from './envelope/unwrap.js'
export type { LogLimits } from './limits.js'
export { bytesOf, type DecodedLog, type LogCounts, type LogEntry } from './log-entry.js'
export { formatLogIssues, type LogIssue, type LogIssueCode } from './log-issue.js'
export type { RecordNames } from './record-names.js'
