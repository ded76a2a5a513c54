/**
 * A handler for AWS Lambda, for all sources that can invoke it.
 *
 * @module
 */
import type { Message } from '../source/envelope/message.js'
import { unwrap } from '../source/envelope/unwrap.js'
import type { AwsClient } from './client.js'
import type { TrailEntry } from './events.js'
import { type FirehoseResult, firehoseRecords, transformedRecord } from './firehose-result.js'
import { copyOf, type FleetMetrics } from './metrics.js'
import { checkObject } from './option-check.js'
import type { WorkOptions } from './work-options.js'
import { newWorker, type Worker } from './worker.js'

/**
 * Options for a Lambda handler.
 *
 * @category sources
 * @since 0.1.0
 */
export interface LambdaOptions extends WorkOptions {
  /** The client for S3. Default: one with the defaults of the SDK, which Lambda's own runtime includes. */
  readonly client?: AwsClient
}

/**
 * The messages of a batch that failed: Lambda delivers only these again. The event source mapping must have
 * `ReportBatchItemFailures`.
 *
 * @see
 * {@link https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html AWS: handling errors for an SQS event source}
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
  /** Handles an event. What it returns depends on what invoked it. */
  (event: unknown): Promise<BatchResponse | FirehoseResult | undefined>
  /** Returns the metrics of this instance of the function so far. */
  readonly metrics: () => FleetMetrics
}

/**
 * Creates a handler for AWS Lambda that can be invoked by SQS, SNS, S3, EventBridge, CloudWatch Logs, Kinesis, and by
 * Firehose to transform records. The queue may receive messages from S3, SNS and EventBridge.
 *
 * - SQS and Kinesis: messages that fail are in `batchItemFailures`, the others are done.
 * - Firehose: a record of which `where` keeps something is `Ok`, with one JSON object per line; `Dropped` if nothing is
 *   kept; `ProcessingFailed`, with its data unchanged, if it cannot be read or `onEvents` rejects. Integers beyond 2^53
 *   are written as `JSON.parse` returned them.
 * - All others: it rejects if anything failed, so that Lambda tries again and then uses the function's destination for
 *   failures. The error's `cause` is what `onEvents` threw.
 *
 * Create it once, at the top level of the module: what was delivered is remembered from one invocation to the next.
 *
 * @param options - See `LambdaOptions`.
 * @returns The handler. It throws a `TypeError` for an invalid option.
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
  checkObject('options', options)
  const worker = newWorker(options, options.client)
  const handler = async (event: unknown): Promise<BatchResponse | FirehoseResult | undefined> => {
    const messages = await unwrap(event, options)
    if (messages.some(({ source }) => source === 'FIREHOSE')) return transformed(event, messages, worker)
    const isBatch = messages.some(({ source }) => source === 'SQS' || source === 'KINESIS')
    const failed: Array<string> = []
    const thrown: Array<unknown> = []
    const onThrown = (error: unknown): void => void thrown.push(error)
    for (const message of messages) if ((await worker.work(message, { onThrown })) === 'failed') failed.push(message.id ?? '')
    // A message without an id cannot be reported: the whole batch must be delivered again.
    if (isBatch && !failed.includes('')) return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    if (failed.length === 0) return undefined
    throw new Error(
      `${failed.length} of ${messages.length} messages failed; the log says why`,
      thrown.length === 0 ? {} : { cause: thrown[0] },
    )
  }
  return Object.assign(handler, { metrics: () => copyOf(worker.metrics) })
}

/** Handles records of Firehose, which delivers what this returns: a record that comes again must be returned again. */
async function transformed(event: unknown, messages: ReadonlyArray<Message>, worker: Worker): Promise<FirehoseResult> {
  const kept = new Map<string | undefined, ReadonlyArray<TrailEntry>>()
  for (const message of messages) {
    const entries: Array<TrailEntry> = []
    if ((await worker.work(message, { kept: entries })) !== 'failed') kept.set(message.id, entries)
  }
  return { records: firehoseRecords(event).map((record) => transformedRecord(record, kept.get(record.recordId))) }
}
