/**
 * A handler for AWS Lambda, whatever it is invoked by.
 *
 * @module
 */
import type { Message } from '../source/envelope/message.js'
import { unwrap } from '../source/envelope/unwrap.js'
import type { AwsClient } from './client.js'
import type { TrailEntry } from './events.js'
import { type FirehoseResult, firehoseRecords, transformedRecord } from './firehose-result.js'
import { copyOf, type FleetMetrics } from './metrics.js'
import { newWorker, type Worker, type WorkOptions } from './worker.js'

/**
 * How a Lambda function works on what it is invoked with.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LambdaOptions extends WorkOptions {
  /** The client for S3; one with the SDK's defaults where it is missing, which Lambda's own runtime brings. */
  readonly client?: AwsClient
}

/**
 * What Lambda does with the messages of a batch that could not be handled: they alone come again. The event source mapping must ask for it by `ReportBatchItemFailures`.
 *
 * @see {@link https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html AWS: handling errors for an SQS event source}
 *
 * @category sources
 * @since 0.1.0
 */
export interface BatchResponse {
  /** The messages to be delivered again, by their ids. */
  readonly batchItemFailures: ReadonlyArray<BatchItemFailure>
}

/**
 * A message to be delivered again.
 *
 * @category sources
 * @since 0.1.0
 */
export interface BatchItemFailure {
  /** The message id of SQS, or the sequence number of Kinesis. */
  readonly itemIdentifier: string
}

/**
 * A handler, to be exported by the function's module.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LambdaHandler {
  /** Works on an event. What it gives back depends on what invoked it. */
  (event: unknown): Promise<BatchResponse | FirehoseResult | undefined>
  /** What this instance of the function has done so far. */
  readonly metrics: () => FleetMetrics
}

/**
 * Makes a handler for AWS Lambda that can be invoked by SQS, SNS, S3, EventBridge, CloudWatch Logs, Kinesis, and by Firehose to transform records; S3, SNS and EventBridge may stand in front of the queue.
 *
 * - SQS and Kinesis: messages that fail are in `batchItemFailures`, the others are done.
 * - Firehose: each record that is kept by `where` comes back as `Ok`, one JSON text a line; `Dropped` where nothing is kept, `ProcessingFailed`, with its data untouched, where it
 *   cannot be read or `onEvents` rejects. Integers beyond 2^53 are written as `JSON.parse` gave them.
 * - All others: it rejects where something failed, so that Lambda tries again and then does what the function's destination for failures says.
 *
 * Make it once, outside of the handler's module scope functions: what was delivered is remembered from one invocation to the next.
 *
 * @param options - See `LambdaOptions`.
 * @returns The handler.
 *
 * @example
 * import { recordOf } from 'glue-trail'
 * import { lambdaHandler } from 'glue-trail/aws'
 *
 * const names: Array<unknown> = []
 * const handler = lambdaHandler({
 *   allowBuckets: { audit: '123456789012' },
 *   onEvents: (entries) => { for (const { result } of entries) names.push(recordOf(result)?.eventName) },
 *   onFailure: () => undefined,
 * })
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'DeleteTable', eventTime: '2024-05-01T12:00:00Z', awsRegion: 'us-east-1' }
 * const body = JSON.stringify({ source: 'aws.glue', 'detail-type': 'AWS API Call via CloudTrail', detail: record })
 * const result = await handler({
 *   Records: [
 *     { messageId: 'm1', eventSource: 'aws:sqs', body },
 *     { messageId: 'm2', eventSource: 'aws:sqs', body: '{"s3Bucket":"a-bucket-of-others","s3ObjectKey":["x"]}' },
 *   ],
 * })
 * assert.deepStrictEqual(names, ['DeleteTable'])
 * assert.deepStrictEqual(result, { batchItemFailures: [{ itemIdentifier: 'm2' }] })
 *
 * @category sources
 * @since 0.1.0
 */
export function lambdaHandler(options: LambdaOptions): LambdaHandler {
  const worker = newWorker(options, options.client)
  const handler = async (event: unknown): Promise<BatchResponse | FirehoseResult | undefined> => {
    const messages = await unwrap(event, options)
    if (messages.some(({ source }) => source === 'FIREHOSE')) return transformed(event, messages, worker)
    const isBatch = messages.some(({ source }) => source === 'SQS' || source === 'KINESIS')
    const failed: Array<string> = []
    for (const message of messages) if ((await worker.work(message)) === 'failed') failed.push(message.id ?? '')
    // A message without an id cannot be named: then all of it has to come again.
    if (isBatch && !failed.includes('')) return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    if (failed.length > 0) throw new Error(`${failed.length} of ${messages.length} messages failed; the log says why`)
    return undefined
  }
  return Object.assign(handler, { metrics: () => copyOf(worker.metrics) })
}

/** Works on records of Firehose, which delivers what this gives back: one that comes again must be given back again. */
async function transformed(event: unknown, messages: ReadonlyArray<Message>, worker: Worker): Promise<FirehoseResult> {
  const kept = new Map<string | undefined, ReadonlyArray<TrailEntry>>()
  for (const message of messages) {
    const entries: Array<TrailEntry> = []
    if ((await worker.work(message, entries)) !== 'failed') kept.set(message.id, entries)
  }
  return { records: firehoseRecords(event).map((record) => transformedRecord(record, kept.get(record.recordId))) }
}
