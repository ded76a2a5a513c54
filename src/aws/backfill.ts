/**
 * Announces the existing files of a trail on the queue that a fleet consumes.
 *
 * @module
 */
import { defined } from '../source/defined.js'
import type { TrailObject } from '../source/envelope/message.js'
import { mapInOrder } from '../source/map-in-order.js'
import { type AwsClient, type AwsClients, sqsClientOf, sqsSdk } from './client.js'
import { type FailureData, failureData } from './failure.js'
import type { ListCounts, ListedObject, TrailOptions } from './list-options.js'
import { type Placed, placesOf } from './list-trail.js'
import { noticeOf } from './object-notice.js'
import { objectStore } from './object-store.js'
import { checkClient, checkCount, checkFunction, checkObject, checkQueueUrl } from './option-check.js'

/**
 * Which files to announce, and where.
 *
 * @category sources
 * @since 0.1.0
 */
export interface BackfillOptions extends Omit<TrailOptions, 'client'> {
  /** The queue, as SQS names it. */
  readonly queueUrl: string
  /** Clients of the SDK. Default: clients with the SDK's defaults. */
  readonly clients?: AwsClients
  /** How many files one message announces, 1 to 10. Default 1. A message fails as a whole. */
  readonly objectsPerMessage?: number
  /** Called with the progress after each request to the queue. */
  readonly onProgress?: (progress: BackfillProgress) => void
}

/**
 * The progress of a backfill.
 *
 * @category sources
 * @since 0.1.0
 */
export interface BackfillProgress {
  /** Files announced. */
  readonly objects: number
  /** Messages that the queue has taken. */
  readonly messages: number
  /** Requests to the queue, of up to ten messages each: SQS charges for each. */
  readonly sends: number
  /** The counts of the listing. */
  readonly listing: ListCounts
  /**
   * The position after everything that was announced: pass it as `cursor` to a later backfill with the same options to
   * continue.
   */
  readonly cursor: () => string
}

/**
 * How a backfill ended.
 *
 * @category sources
 * @since 0.1.0
 */
export interface BackfillResult extends BackfillProgress {
  /** Prefixes that could not be listed, with S3's error code. */
  readonly unlisted: ReadonlyArray<ListedObject>
  /** Why it ended early: SQS's error code, such as `QueueDoesNotExist`. Missing if everything was announced. */
  readonly error?: string
  /** The error with the SDK's own message, where there is one. */
  readonly errorMessage?: string
}

/** How often a message is sent again that the queue refused in an otherwise accepted batch. */
const OFFERS = 3

/**
 * Lists a trail as `listTrail` does and announces its files on a queue, in the form of S3's own notifications, so that
 * the fleet that consumes new files processes existing files in the same way. Only names are read. Announcing a file
 * twice only repeats work: delivery is at least once.
 *
 * @param options - See `BackfillOptions`.
 * @returns How it ended. It rejects with a `TypeError` for an invalid option, if the SDK is missing, or when it is
 * aborted.
 *
 * @example
 * import { backfill } from 'glue-trail/aws'
 *
 * const bodies: Array<string> = []
 * // Any object with `send` can act as a client of the SDK.
 * const sqs = {
 *   send: async ({ input }: { readonly input: object }) => {
 *     const { Entries } = input as { readonly Entries: ReadonlyArray<{ readonly MessageBody: string }> }
 *     for (const { MessageBody } of Entries) bodies.push(MessageBody)
 *     return {}
 *   },
 * }
 * const { objects, messages, sends } = await backfill({
 *   queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/trail',
 *   bucket: 'audit',
 *   keys: ['a.json.gz', 'b.json.gz'],
 *   clients: { sqs },
 * })
 * assert.deepStrictEqual({ objects, messages, sends }, { objects: 2, messages: 2, sends: 1 })
 * assert.strictEqual(JSON.parse(bodies[0] ?? '').Records[0].s3.object.key, 'a.json.gz')
 *
 * @category sources
 * @since 0.1.0
 */
export async function backfill(options: BackfillOptions): Promise<BackfillResult> {
  checkObject('options', options)
  const { clients = {}, objectsPerMessage = 1, onProgress, queueUrl, signal } = options
  checkQueueUrl(queueUrl)
  checkCount('objectsPerMessage', objectsPerMessage, 1, 10)
  if (onProgress !== undefined) checkFunction('onProgress', onProgress)
  checkClient('clients.s3', clients.s3)
  checkClient('clients.sqs', clients.sqs)
  const { items, counts, cursor } = placesOf(options, objectStore(clients.s3))
  const client = await sqsClientOf(clients.sqs)
  const unlisted: Array<ListedObject> = []
  const progress = { objects: 0, messages: 0, sends: 0, listing: counts, cursor: () => cursor.toString() }

  async function* batches(): AsyncGenerator<Batch, void, undefined> {
    for await (const batch of inBatches(items(), 10 * objectsPerMessage, unlisted)) {
      yield { placed: batch, bodies: chunksOf(batch, objectsPerMessage).map((chunk) => noticeOf(chunk.map(({ object }) => named(object)))) }
    }
  }
  const send = async (batch: Batch): Promise<Sent> => ({ ...batch, ...(await sent(client, queueUrl, batch.bodies, signal)) })

  for await (const { placed, bodies, sends, ...failure } of mapInOrder(batches(), 4, send)) {
    progress.sends += sends
    if (failure.error !== undefined) return { ...progress, unlisted, ...failure }
    progress.objects += placed.length
    progress.messages += bodies.length
    for (const { shard, position } of placed) if (position !== undefined) cursor.passed(shard, position)
    onProgress?.(progress)
  }
  return { ...progress, unlisted }
}

interface Batch {
  readonly placed: ReadonlyArray<Placed>
  readonly bodies: ReadonlyArray<string>
}

interface Sent extends Batch, Partial<FailureData> {
  readonly sends: number
}

/** Returns what identifies an object, without the other facts of a listing. */
const named = ({ bucket, key, size, version, region }: ListedObject): TrailObject => ({
  bucket,
  key,
  ...defined({ size, version, region }),
})

async function* inBatches(
  items: AsyncIterable<Placed>,
  size: number,
  unlisted: Array<ListedObject>,
): AsyncGenerator<ReadonlyArray<Placed>, void, undefined> {
  let batch: Array<Placed> = []
  for await (const placed of items) {
    if (placed.object.error !== undefined) {
      unlisted.push(placed.object)
      continue
    }
    batch.push(placed)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const chunksOf = <A>(items: ReadonlyArray<A>, size: number): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))

/** Sends messages until the queue has accepted all of them. */
async function sent(
  client: AwsClient,
  QueueUrl: string,
  bodies: ReadonlyArray<string>,
  signal: AbortSignal | undefined,
): Promise<Omit<Sent, keyof Batch>> {
  const { SendMessageBatchCommand } = await sqsSdk()
  let left = bodies.map((MessageBody, id) => ({ Id: String(id), MessageBody }))
  for (let sends = 1; ; sends++) {
    try {
      const command = new SendMessageBatchCommand({ QueueUrl, Entries: left })
      const { Failed = [] } = (await client.send(command, signal === undefined ? {} : { abortSignal: signal })) as Refused
      left = left.filter(({ Id }) => Failed.some((failed) => failed.Id === Id))
      if (left.length === 0) return { sends }
      if (sends === OFFERS) return { sends, ...failureData({ name: Failed[0]?.Code, message: Failed[0]?.Message }) }
    } catch (error) {
      signal?.throwIfAborted()
      return { sends, ...failureData(error) }
    }
  }
}

interface Refused {
  readonly Failed?: ReadonlyArray<{ readonly Id?: string; readonly Code?: string; readonly Message?: string }>
}
