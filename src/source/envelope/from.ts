/**
 * One kind of envelope where it is known which: a value of another kind is unreadable. What is in it may be any of them.
 *
 * @module
 */

import { athenaRows } from './athena-rows.js'
import { cloudWatchLogs } from './cloud-watch-logs.js'
import type { Delivery } from './delivery.js'
import { eventBridge } from './event-bridge.js'
import { firehose } from './firehose.js'
import { kinesis } from './kinesis.js'
import { lakeRows } from './lake-rows.js'
import type { EnvelopeLimits } from './limits.js'
import { lookupEvents } from './lookup-events.js'
import { s3 } from './s3.js'
import { sns } from './sns.js'
import { sqs } from './sqs.js'
import { ENVELOPES } from './unwrap.js'
import { walk } from './walk.js'

/**
 * An event of SQS as Lambda gets it, or what `ReceiveMessage` answers. Bodies may hold whatever AWS sends to queues: notices of S3 and of CloudTrail,
 * with SNS's wrapping or raw, events of EventBridge, records.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery for each message, `messageId` being what `batchItemFailures` takes. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html AWS: Lambda with SQS}
 *
 * @example
 * import { fromSqsEvent } from 'glue-trail/source'
 *
 * const event = {
 *   Records: [
 *     { messageId: 'a', eventSource: 'aws:sqs', body: '{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"trails"}' },
 *     { messageId: 'b', eventSource: 'aws:sqs', body: '{"s3Bucket":"trails","s3ObjectKey":["AWSLogs/a.json.gz"]}' },
 *   ],
 * }
 * assert.deepStrictEqual(await fromSqsEvent(event), [
 *   { source: 'sqs', messageId: 'a', content: { kind: 'notice', notice: 'test-event', objects: [] } },
 *   { source: 'sqs', messageId: 'b', content: { kind: 'objects', objects: [{ bucket: 'trails', key: 'AWSLogs/a.json.gz' }] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromSqsEvent(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, sqs, ENVELOPES, options)
}

/**
 * An event of SNS as Lambda gets it, or one message as HTTP endpoints get it. Signatures are not checked.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery for each message. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html AWS: Lambda with SNS}
 *
 * @example
 * import { fromSnsEvent } from 'glue-trail/source'
 *
 * const Sns = { Type: 'Notification', MessageId: 'm', Message: 'CloudTrail validation message.' }
 * assert.deepStrictEqual(await fromSnsEvent({ Records: [{ EventSource: 'aws:sns', Sns }] }), [
 *   { source: 'sns', messageId: 'm', content: { kind: 'notice', notice: 'validation-message', objects: [] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromSnsEvent(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, sns, ENVELOPES, options)
}

/**
 * An event notification of S3. Keys are form-urlencoded there, and are decoded here; digests and objects that are not new are notices.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery; several where the notification holds several kinds. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html AWS: event message structure}
 *
 * @example
 * import { fromS3Event } from 'glue-trail/source'
 *
 * const s3 = { bucket: { name: 'trails' }, object: { key: 'my+logs/a%3D1.json.gz', size: 4096 } }
 * const event = { Records: [{ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', awsRegion: 'us-east-2', s3 }] }
 * assert.deepStrictEqual(await fromS3Event(event), [
 *   {
 *     source: 's3',
 *     content: { kind: 'objects', objects: [{ bucket: 'trails', key: 'my logs/a=1.json.gz', size: 4096, region: 'us-east-2' }] },
 *   },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromS3Event(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, s3, ENVELOPES, options)
}

/**
 * An event of EventBridge, or a list of them: a record under `detail`, whichever `detail-type` it has, or a new object in S3, whose key is not
 * encoded there and is left alone.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery for each event, `messageId` being its `id`. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html AWS: events by way of CloudTrail}
 *
 * @example
 * import { fromEventBridge } from 'glue-trail/source'
 *
 * const detail = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const event = { id: 'e', source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail }
 * assert.deepStrictEqual(await fromEventBridge(event), [
 *   { source: 'eventbridge', messageId: 'e', content: { kind: 'records', records: [detail], issues: [] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromEventBridge(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, eventBridge, ENVELOPES, options)
}

/**
 * An event of a subscription to a log group, as Lambda gets it, or its data already inflated. Each log event is one record.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery of all records; one more where some log events cannot be read. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html AWS: subscription filters}
 *
 * @example
 * import { fromCloudWatchLogs } from 'glue-trail/source'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const data = { messageType: 'DATA_MESSAGE', logEvents: [{ id: '1', timestamp: 0, message: JSON.stringify(record) }] }
 * assert.deepStrictEqual(await fromCloudWatchLogs(data), [
 *   { source: 'cloudwatch-logs', content: { kind: 'records', records: [record], issues: [] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromCloudWatchLogs(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, cloudWatchLogs, ENVELOPES, options)
}

/**
 * What Firehose hands to a transformation: records, or what CloudWatch Logs or EventBridge put into the stream.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery for each record of the stream, `messageId` being its `recordId`. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html AWS: data transformation in Firehose}
 *
 * @example
 * import { fromFirehose } from 'glue-trail/source'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags' }
 * const event = { invocationId: 'i', records: [{ recordId: 'r', data: btoa(JSON.stringify(record)) }] }
 * assert.deepStrictEqual(await fromFirehose(event), [
 *   { source: 'firehose', messageId: 'r', content: { kind: 'records', records: [record], issues: [] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromFirehose(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, firehose, ENVELOPES, options)
}

/**
 * An event of a Kinesis stream as Lambda gets it: records, or what CloudWatch Logs or EventBridge put into the stream.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery for each record of the stream, `messageId` being its sequence number, which `batchItemFailures` takes. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html AWS: Lambda with Kinesis}
 *
 * @example
 * import { fromKinesis } from 'glue-trail/source'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags' }
 * const kinesis = { sequenceNumber: '7', data: btoa(JSON.stringify(record)) }
 * assert.deepStrictEqual(await fromKinesis({ Records: [{ eventSource: 'aws:kinesis', kinesis }] }), [
 *   { source: 'kinesis', messageId: '7', content: { kind: 'records', records: [record], issues: [] } },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromKinesis(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, kinesis, ENVELOPES, options)
}

/**
 * What `LookupEvents` answers, from the command line or an SDK: each record is JSON in a string.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery of all records; one more where some cannot be read. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html AWS: LookupEvents}
 *
 * @example
 * import { fromLookupEvents } from 'glue-trail/source'
 *
 * const answer = { Events: [{ EventId: '1', CloudTrailEvent: '{"eventSource":"glue.amazonaws.com","eventName":"GetTags"}' }] }
 * assert.deepStrictEqual(await fromLookupEvents(answer), [
 *   {
 *     source: 'lookup-events',
 *     content: { kind: 'records', records: [{ eventSource: 'glue.amazonaws.com', eventName: 'GetTags' }], issues: [] },
 *   },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromLookupEvents(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, lookupEvents, ENVELOPES, options)
}

/**
 * Rows of AWS's documented Athena table, back to records: names with their capitals, payloads parsed, `readonly` a boolean. Rows are objects by
 * column, in any order, or what `GetQueryResults` answers. Columns that are null, absent or empty are no members, but for `requestparameters` and
 * `responseelements`, which CloudTrail writes as null. Columns the record does not have, such as those of partitions, are kept.
 *
 * `GetQueryResults` and CSV show structures as `{type=IAMUser, arn=...}`, which cannot be taken apart: the column stays text, and an issue
 * `LOSSY_SOURCE` says so. Select `CAST(useridentity AS JSON)` there.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery of all records, new objects. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html AWS: the table for CloudTrail logs}
 *
 * @example
 * import { fromAthenaRows } from 'glue-trail/source'
 *
 * const row = {
 *   useridentity: { type: 'IAMUser', accountid: '123456789012', sessioncontext: null },
 *   eventsource: 'glue.amazonaws.com',
 *   eventname: 'DeleteTable',
 *   errorcode: null,
 *   readonly: 'false',
 *   requestparameters: '{"databaseName":"sales","name":"orders"}',
 *   responseelements: null,
 * }
 * const [delivery] = await fromAthenaRows([row])
 * assert.ok(delivery?.content.kind === 'records')
 * assert.deepStrictEqual(delivery.content.records, [
 *   {
 *     userIdentity: { type: 'IAMUser', accountId: '123456789012' },
 *     eventSource: 'glue.amazonaws.com',
 *     eventName: 'DeleteTable',
 *     readOnly: false,
 *     requestParameters: { databaseName: 'sales', name: 'orders' },
 *     responseElements: null,
 *   },
 * ])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromAthenaRows(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, athenaRows, ENVELOPES, options)
}

/**
 * Rows of CloudTrail Lake, as objects or as `GetQueryResults` answers them. The column `eventJson` is the whole record. Without it, a row gives what
 * surrounds the call, no payload, and an issue `LOSSY_SOURCE`: Lake's flat columns turn every value of a payload into a string. That such a record
 * has no `requestParameters` says nothing of the call.
 *
 * @param u - The value. It may be anything; another kind of envelope is `unreadable`.
 * @param options - How much may come out of what is encoded; see `unwrap`.
 * @returns One delivery of all records; one more where some cannot be read. It never rejects.
 *
 * @see {@link https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetQueryResults.html AWS: GetQueryResults}
 *
 * @example
 * import { fromLakeRows } from 'glue-trail/source'
 *
 * const whole = [{ eventJson: '{"eventSource":"glue.amazonaws.com","eventName":"GetTags"}' }]
 * const flat = [{ eventSource: 'glue.amazonaws.com' }, { eventName: 'GetTags' }, { requestParameters: '{resourcearn=orders}' }]
 * const [delivery] = await fromLakeRows({ QueryResultRows: [whole, flat] })
 * assert.ok(delivery?.content.kind === 'records')
 * const { records, issues } = delivery.content
 * assert.deepStrictEqual(records, [
 *   { eventSource: 'glue.amazonaws.com', eventName: 'GetTags' },
 *   { eventSource: 'glue.amazonaws.com', eventName: 'GetTags' },
 * ])
 * assert.deepStrictEqual(issues.map(({ code, path }) => [code, path]), [['LOSSY_SOURCE', ['QueryResultRows', 1]]])
 *
 * @category sources
 * @since 0.1.0
 */
export async function fromLakeRows(u: unknown, options: EnvelopeLimits = {}): Promise<ReadonlyArray<Delivery>> {
  return walk(u, lakeRows, ENVELOPES, options)
}
