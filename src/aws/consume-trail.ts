/**
 * A worker of a fleet: it polls a queue of notices, reads the files that they name, and delivers the records.
 *
 * @module
 */
import type { Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Consumer } from 'sqs-consumer'
import { unwrap } from '../source/envelope/unwrap.js'
import { type AwsClient, type AwsClients, s3Sdk, sqsClientOf, sqsConsumer, sqsSdk } from './client.js'
import { failureLine } from './failure.js'
import { copyOf, type FleetMetrics } from './metrics.js'
import { checkClient, checkCount, checkNumber, checkObject, checkQueueUrl } from './option-check.js'
import type { WorkOptions } from './work-options.js'
import { newWorker } from './worker.js'

/**
 * Which queue to consume, and how.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ConsumeOptions extends WorkOptions {
  /** The queue, as SQS names it: `https://sqs.eu-central-1.amazonaws.com/123456789012/trail`. */
  readonly queueUrl: string
  /** Clients of the SDK. Default: clients with the SDK's defaults. */
  readonly clients?: AwsClients
  /**
   * How many messages are received and worked on at once, 1 to 10; 4 unless given. The next are received when all of
   * them are done: memory holds one inflated file of each, and `filesAhead` as they are stored.
   */
  readonly concurrency?: number
  /**
   * For how many seconds a message that was received is hidden from others, 2 at least; 120 unless given. While it is
   * worked on, that is renewed three times as often as it takes. It is also how long a message that failed waits before
   * it comes again.
   */
  readonly visibilitySeconds?: number
  /** For how many seconds `stop` waits for messages in work; 300 unless given. */
  readonly stopWithinSeconds?: number
}

/**
 * A running consumer.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailConsumer {
  /** Returns its metrics so far. */
  readonly metrics: () => FleetMetrics
  /** Stops it: no more messages are received, and those in work are finished. It then resolves with the metrics. */
  readonly stop: () => Promise<FleetMetrics>
}

/**
 * Consumes a queue to which S3, SNS, EventBridge or CloudTrail itself announce new files of a trail, on sqs-consumer,
 * with long polling. Run as many consumers as needed, on as many machines: the queue divides the work. `backfill`
 * announces existing files on the same queue.
 *
 * A message is deleted only after `onEvents` has resolved for all that is in it. One that fails is left, comes again
 * after `visibilitySeconds`, and goes where the queue's redrive policy sends it; `onFailure` receives the reason.
 * Records are therefore delivered at least once: again where a process ended between `onEvents` and the deletion, where
 * the visibility could not be renewed while the message was worked on, and where the same file was announced twice to
 * two workers. Within one process, records that were delivered are not delivered again while they are remembered
 * (`maxRemembered`).
 *
 * @param options - See `ConsumeOptions`.
 * @returns The consumer, which has begun. It rejects with a `TypeError` for an invalid option, and if sqs-consumer or
 * the SDK is missing.
 *
 * @see
 * {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html AWS: visibility timeout}
 *
 * @example
 * import { recordOf } from 'glue-trail'
 * import { consumeTrail } from 'glue-trail/aws'
 *
 * const record = { eventSource: 'glue.amazonaws.com', eventName: 'GetTags', eventTime: '2024-05-01T12:00:00Z', eventID: 'e1', awsRegion: 'us-east-1' }
 * const file = new TextEncoder().encode(JSON.stringify({ Records: [record] }))
 * const key = 'AWSLogs/123456789012/CloudTrail/us-east-1/2024/05/01/123456789012_CloudTrail_us-east-1_20240501T1205Z_LnPgDQnpkSKEsppV.json.gz'
 * const messages = [{ MessageId: 'm1', ReceiptHandle: 'r1', Body: JSON.stringify({ s3Bucket: 'audit', s3ObjectKey: [key] }) }]
 * // Any object with `send` can act as a client of the SDK.
 * const s3 = { send: async () => ({ Body: [file], ContentLength: file.length }) }
 * const sqs = {
 *   send: async ({ input }: { readonly input: object }) => {
 *     if ('ReceiptHandle' in input) return {} // the message is deleted
 *     await new Promise((resolve) => setTimeout(resolve, 10))
 *     return { Messages: messages.splice(0) }
 *   },
 * }
 *
 * let heard: (name: string | undefined) => void
 * const first = new Promise<string | undefined>((resolve) => { heard = resolve })
 * const consumer = await consumeTrail({
 *   queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/trail',
 *   allowBuckets: { audit: '123456789012' },
 *   clients: { s3, sqs },
 *   onEvents: (entries) => { for (const { result } of entries) heard(recordOf(result)?.eventName) },
 * })
 * assert.strictEqual(await first, 'GetTags')
 * const { messages: counted } = await consumer.stop()
 * assert.deepStrictEqual(counted, { received: 1, handled: 1, failed: 0, notices: 0 })
 *
 * @category sources
 * @since 0.1.0
 */
export async function consumeTrail(options: ConsumeOptions): Promise<TrailConsumer> {
  checkObject('options', options)
  const worker = newWorker(options, options.clients?.s3)
  checkQueueOptions(options)
  const { queueUrl, clients = {}, concurrency = 4, visibilitySeconds = 120, stopWithinSeconds = 300 } = options
  checkClient('clients.sqs', clients.sqs)
  const [sdk, library, client] = await Promise.all([sqsSdk(), sqsConsumer(), sqsClientOf(clients.sqs)])
  // Fails now rather than for each message.
  if (Object.keys(options.allowBuckets).length > 0) await s3Sdk()
  const polling = new AbortController()
  const consumer = library.Consumer.create({
    queueUrl,
    sqs: interruptible(client, sdk.ReceiveMessageCommand, polling.signal),
    batchSize: concurrency,
    waitTimeSeconds: 20,
    visibilityTimeout: visibilitySeconds,
    heartbeatInterval: Math.max(1, Math.floor(visibilitySeconds / 3)),
    pollingCompleteWaitTimeMs: stopWithinSeconds * 1000,
    messageSystemAttributeNames: ['ApproximateReceiveCount'],
    suppressFifoWarning: true,
    strictReturn: true,
    handleMessage: async (message) => {
      const { MessageId: id = '', Body = '', Attributes: attributes = {} } = message
      const opened = await unwrap(Body, options)
      // The source before the queue is more specific than the queue, which is always the outermost.
      const [{ source } = { source: 'UNKNOWN' as const }] = opened
      const result = await worker.work({ id, source, attributes, contents: opened.flatMap(({ contents }) => contents) })
      return result === 'failed' ? undefined : message
    },
  })
  const failed = (error: Error, about?: Message | Message[]): void => {
    if (polling.signal.aborted && about === undefined) return
    const message = Array.isArray(about) ? about[0] : about
    // sqs-consumer wraps errors of the SDK.
    const cause = error.cause ?? error
    worker.fail({
      code: 'QUEUE_FAILED',
      ...(message === undefined ? {} : { messageId: message.MessageId ?? '' }),
      received: failureLine(cause),
      cause,
    })
  }
  consumer.on('error', failed)
  // What `onFailure` throws.
  consumer.on('processing_error', failed)
  consumer.start()
  return { metrics: () => copyOf(worker.metrics), stop: () => stopped(consumer, polling).then(() => copyOf(worker.metrics)) }
}

/** Throws an `OptionError` for the first option of the queue that cannot be used. */
function checkQueueOptions({ queueUrl, concurrency, visibilitySeconds, stopWithinSeconds }: ConsumeOptions): void {
  checkQueueUrl(queueUrl)
  checkCount('concurrency', concurrency, 1, 10)
  // SQS hides a message for twelve hours at most.
  checkCount('visibilitySeconds', visibilitySeconds, 2, 43_200)
  checkNumber('stopWithinSeconds', stopWithinSeconds)
}

/**
 * A client whose long polls end when the consumer stops: else it would wait for 20 seconds. Deletions and renewals go
 * on.
 */
function interruptible(client: AwsClient, Receive: typeof ReceiveMessageCommand, abortSignal: AbortSignal): SQSClient {
  const send: AwsClient['send'] = (command) => client.send(command, command instanceof Receive ? { abortSignal } : {})
  return { send } as unknown as SQSClient
}

function stopped(consumer: Consumer, polling: AbortController): Promise<void> {
  if (!consumer.status.isRunning && !consumer.status.isPolling) return Promise.resolve()
  return new Promise((resolve) => {
    consumer.once('stopped', () => resolve())
    polling.abort()
    consumer.stop()
  })
}
