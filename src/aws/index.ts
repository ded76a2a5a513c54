/**
 * Trails in AWS: listing and reading them from S3, workers on queues of what is new, Lambda handlers. The clients of
 * the AWS SDK and sqs-consumer are optional peers, loaded when they are used.
 *
 * @module
 */

export { awsKeys } from './aws-keys.js'
export { type BackfillOptions, type BackfillProgress, type BackfillResult, backfill } from './backfill.js'
export type { AwsClient, AwsClients } from './client.js'
export { type ConsumeOptions, consumeTrail, type TrailConsumer } from './consume-trail.js'
export type { EventsContext, InlineEntry, OnEvents, TrailEntry } from './events.js'
export type { FirehoseResult, TransformedRecord } from './firehose-result.js'
export type { EventTimes } from './key-window.js'
export { type BatchItemFailure, type BatchResponse, type LambdaHandler, type LambdaOptions, lambdaHandler } from './lambda-handler.js'
export type { InventoryManifest, KeyList, ListCounts, ListCoverage, ListedObject, ManifestPlace, TrailOptions } from './list-options.js'
export { listTrail, type TrailListing } from './list-trail.js'
export { formatMessageFailure, type MessageFailure, type MessageFailureCode } from './message-failure.js'
export type { FleetMetrics } from './metrics.js'
export { OptionError, type OptionErrorCode } from './option-error.js'
export { type ReadTrailOptions, readTrail, type TrailReading } from './read-trail.js'
export { trailStore } from './trail-store.js'
export type { WorkOptions } from './work-options.js'
