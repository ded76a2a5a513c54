/**
 * A handler for AWS Lambda, whatever it is invoked by.
 *
 * @module
 */
import { memberOf } from '../event/marks.js'
import type { Delivery } from '../source/envelope/delivery.js'
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
    const messages = messagesOf(await unwrap(event, options))
    if (messages.some(({ source }) => source === 'firehose')) return transformed(event, messages, options, worker)
    const isBatch = messages.some(({ source }) => source === 'sqs' || source === 'kinesis')
    const counts = receiveCounts(event)
    const failed: Array<string> = []
    for (const { id, deliveries } of messages) {
      const receiveCount = counts.get(id)
      const result = await worker.work(receiveCount === undefined ? { id, deliveries } : { id, deliveries, receiveCount })
      if (result === 'failed') failed.push(id)
    }
    // What has no id cannot be named: then all of it has to come again.
    if (isBatch && !failed.includes('')) return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    if (failed.length > 0) throw new Error(`${failed.length} of ${messages.length} messages failed; the log says why`)
    return undefined
  }
  return Object.assign(handler, { metrics: () => copyOf(worker.metrics) })
}

interface Message {
  readonly id: string
  readonly source: Delivery['source']
  readonly deliveries: ReadonlyArray<Delivery>
}

/** Deliveries of one message follow each other. */
function messagesOf(deliveries: ReadonlyArray<Delivery>): ReadonlyArray<Message> {
  const messages: Array<Message & { readonly deliveries: Array<Delivery> }> = []
  for (const delivery of deliveries) {
    const { messageId: id = '', source } = delivery
    const last = messages.at(-1)
    if (last !== undefined && id !== '' && last.id === id) last.deliveries.push(delivery)
    else messages.push({ id, source, deliveries: [delivery] })
  }
  return messages
}

/** How often the messages of a batch of SQS were received, by their ids. */
function receiveCounts(event: unknown): ReadonlyMap<unknown, number> {
  const records = memberOf(event, 'Records')
  return new Map(
    (Array.isArray(records) ? records : []).flatMap((record: unknown) => {
      const count = Number(memberOf(memberOf(record, 'attributes'), 'ApproximateReceiveCount') ?? Number.NaN)
      return Number.isSafeInteger(count) ? [[memberOf(record, 'messageId'), count] as const] : []
    }),
  )
}

async function transformed(
  event: unknown,
  messages: ReadonlyArray<Message>,
  options: LambdaOptions,
  { metrics }: Worker,
): Promise<FirehoseResult> {
  const kept = new Map<string, Array<TrailEntry>>()
  // Firehose delivers what this gives back, so a record that comes again must be given back again.
  const worker = newWorker(
    {
      ...options,
      maxRemembered: 0,
      onEvents: async (entries, context) => {
        await options.onEvents(entries, context)
        const list = kept.get(context.messageId) ?? []
        for (const entry of entries) list.push(entry)
        kept.set(context.messageId, list)
      },
    },
    options.client,
    undefined,
    metrics,
  )
  const failed = new Set<string>()
  for (const { id, deliveries } of messages) {
    if ((await worker.work({ id, deliveries })) === 'failed') failed.add(id)
  }
  return {
    records: firehoseRecords(event).map((record) =>
      transformedRecord(record, failed.has(record.recordId) ? undefined : (kept.get(record.recordId) ?? [])),
    ),
  }
}
