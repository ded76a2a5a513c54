/**
 * Work on one message: its objects are read, its records decoded, filtered, freed of what was delivered before, and handed on; then the message is handled, a notice, or failed. It
 * knows nothing of queues: who received the message acknowledges it, or does not.
 *
 * @module
 */
import type { LogOptions } from '../source/decode-log.js'
import type { Delivery, DeliveryContent, TrailObject } from '../source/envelope/delivery.js'
import { type EnvelopeIssue, formatEnvelopeIssues } from '../source/envelope/issue.js'
import type { LogCounts } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'
import type { AwsClient } from './client.js'
import { DELIVERED_WINDOW, Delivered } from './delivered.js'
import type { OnEvents, TrailEntry } from './events.js'
import { failureOf } from './failure.js'
import { inlineEntries } from './inline.js'
import { formatMessageFailure, type MessageFailure } from './message-failure.js'
import { emptyMetrics, type MetricsInWork } from './metrics.js'
import { type ObjectStore, objectStore } from './object-store.js'
import { readObject } from './read-object.js'

/**
 * How messages are worked on.
 *
 * @category sources
 * @since 0.1.0
 */
export interface WorkOptions extends LogOptions {
  /**
   * The buckets that may be read, each with the account that owns it, which S3 checks. A message names the bucket to read: one that names another is not obeyed.
   */
  readonly allowBuckets: Readonly<Record<string, string>>
  /** What is done with the entries of each object, or of the message itself. It is not called where there is neither an entry nor an issue. */
  readonly onEvents: OnEvents
  /** Hears why a message was not acknowledged; `console.error` unless given. */
  readonly onFailure?: (failure: MessageFailure) => void
  /** How many delivered records are remembered, so that they are not delivered again; 100,000 unless given, 0 for none. */
  readonly maxRemembered?: number
}

/** What is worked on. */
export interface WorkMessage {
  readonly id: string
  readonly receiveCount?: number
  readonly deliveries: ReadonlyArray<Delivery>
}

/** A worker: it remembers what was delivered, and counts. */
export interface Worker {
  readonly metrics: MetricsInWork
  /** Works on a message. It never rejects. */
  readonly work: (message: WorkMessage) => Promise<'handled' | 'notice' | 'failed'>
  readonly fail: (failure: MessageFailure) => void
}

interface Part {
  readonly entries: ReadonlyArray<TrailEntry>
  readonly issues: ReadonlyArray<LogIssue | EnvelopeIssue>
  readonly counts: Pick<LogCounts, 'records' | 'unmatched' | 'broken'>
  readonly object?: TrailObject
  readonly text: Uint8Array
}

/** Thrown where `onEvents` rejected: the rest of the message is left alone. */
class HandlerFailed extends Error {}

const NO_TEXT = /* @__PURE__ */ new Uint8Array(0)

export function newWorker(
  options: WorkOptions,
  client?: AwsClient,
  store: ObjectStore = objectStore(client),
  metrics = emptyMetrics(),
): Worker {
  const {
    allowBuckets,
    onEvents,
    onFailure = (failure) => console.error(formatMessageFailure(failure)),
    maxRemembered = DELIVERED_WINDOW,
  } = options
  const delivered = new Delivered(maxRemembered)

  async function deliver(part: Part, { id, receiveCount }: WorkMessage, source: Delivery['source']): Promise<void> {
    const { fresh, keys } = delivered.fresh(part.entries)
    if (fresh.length > 0 || part.issues.length > 0) {
      const { object, text, issues } = part
      const context = {
        source,
        messageId: id,
        text,
        issues,
        ...(object && { object }),
        ...(receiveCount !== undefined && { receiveCount }),
      }
      try {
        await onEvents(fresh, context)
      } catch (error) {
        throw new HandlerFailed(failureOf(error))
      }
    }
    delivered.add(keys)
    metrics.records.read += part.counts.records
    metrics.records.delivered += fresh.length
    metrics.records.duplicate += part.entries.length - fresh.length
    metrics.records.filtered += part.counts.unmatched
    metrics.records.broken += part.counts.broken
  }

  /** Delivers an object; whether it holds data, or why it could not be read. */
  async function deliverObject(
    object: TrailObject,
    message: WorkMessage,
    source: Delivery['source'],
  ): Promise<{ readonly isNotice?: boolean; readonly failed?: string }> {
    try {
      const { size, entries, issues, counts, text } = await readObject(store, object, allowBuckets[object.bucket], options)
      metrics.objects.bytes += size
      const unreadable = issues.find(({ code }) => code === 'UNREADABLE')
      if (unreadable !== undefined) {
        metrics.objects.failed++
        return { failed: unreadable.received }
      }
      const isNotice = issues.some(({ code }) => code === 'DIGEST_FILE')
      if (!isNotice) await deliver({ object, entries, issues, counts, text }, message, source)
      metrics.objects.read++
      return { isNotice }
    } catch (error) {
      metrics.objects.failed++
      throw error
    }
  }

  async function workOn(message: WorkMessage): Promise<'handled' | 'notice' | 'failed'> {
    const about = { messageId: message.id, ...(message.receiveCount !== undefined && { receiveCount: message.receiveCount }) }
    const foreign = message.deliveries
      .flatMap(({ content }) => objectsIn(content))
      .find(({ bucket }) => !Object.hasOwn(allowBuckets, bucket))
    if (foreign !== undefined) {
      onFailure({ code: 'BUCKET_NOT_ALLOWED', ...about, object: foreign, received: 'another bucket' })
      return 'failed'
    }
    let hasData = message.deliveries.length === 0
    let hasFailed = false
    for (const { content, source } of message.deliveries) {
      if (content.kind === 'unreadable') {
        hasFailed = true
        onFailure({ code: 'UNREADABLE_MESSAGE', ...about, received: formatEnvelopeIssues(content.issues).slice(0, 3).join('; ') })
      }
      if (content.kind === 'records') {
        hasData = true
        const { entries, filtered } = inlineEntries(content.records, options)
        const counts = { records: content.records.length, unmatched: filtered, broken: 0 }
        await deliver({ entries, issues: content.issues, counts, text: NO_TEXT }, message, source)
      }
      for (const object of objectsIn(content)) {
        const { isNotice = false, failed } = await deliverObject(object, message, source)
        if (!isNotice) hasData = true
        if (failed === undefined) continue
        // What else is in the message need not wait for what may never come.
        hasFailed = true
        onFailure({ code: 'UNREADABLE_OBJECT', ...about, object, received: failed })
      }
    }
    return hasFailed ? 'failed' : hasData ? 'handled' : 'notice'
  }

  return {
    metrics,
    fail: onFailure,
    work: async (message) => {
      let result: 'handled' | 'notice' | 'failed' = 'failed'
      try {
        result = await workOn(message)
      } catch (error) {
        const code = 'HANDLER_FAILED'
        const received = error instanceof HandlerFailed ? error.message : failureOf(error)
        onFailure({
          code,
          messageId: message.id,
          ...(message.receiveCount !== undefined && { receiveCount: message.receiveCount }),
          received,
        })
      }
      metrics.messages.received++
      metrics.messages[result === 'notice' ? 'notices' : result]++
      return result
    },
  }
}

const objectsIn = (content: DeliveryContent): ReadonlyArray<TrailObject> => (content.kind === 'objects' ? content.objects : [])
