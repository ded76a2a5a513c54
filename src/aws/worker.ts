/**
 * Handles one message: reads its objects, decodes, filters and deduplicates its records and delivers them; then the
 * message is handled, a notice, or failed. The worker knows nothing of queues: its caller acknowledges the message, or
 * does not.
 *
 * @module
 */
import { type EnvelopeIssue, formatEnvelopeIssues } from '../source/envelope/issue.js'
import type { Message, MessageContent, TrailObject } from '../source/envelope/message.js'
import type { LogCounts } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'
import { mapInOrder } from '../source/map-in-order.js'
import type { AwsClient } from './client.js'
import { DELIVERED_WINDOW, Delivered } from './delivered.js'
import type { TrailEntry } from './events.js'
import { failureOf } from './failure.js'
import { inlineEntries } from './inline.js'
import { deliveredAt } from './key-window.js'
import { logMessageFailure, type MessageFailure } from './message-failure.js'
import { emptyMetrics, type MetricsInWork } from './metrics.js'
import { type ObjectStore, objectStore } from './object-store.js'
import { decodeObject, type FetchedObject, fetchObject } from './read-object.js'
import { checkWorkOptions, type WorkOptions } from './work-options.js'

/** A worker: it remembers what was delivered, and counts. */
export interface Worker {
  readonly metrics: MetricsInWork
  /** Handles a message. It never rejects. */
  readonly work: (message: Message, hooks?: WorkHooks) => Promise<'handled' | 'notice' | 'failed'>
  readonly fail: (failure: MessageFailure) => void
}

/** What a caller wants of the work on one message. */
export interface WorkHooks {
  /**
   * Receives all delivered entries, and none of them is remembered: a caller that returns them must return them again
   * when the message comes again.
   */
  readonly kept?: Array<TrailEntry>
  /** Receives what `onEvents` threw. */
  readonly onThrown?: (error: unknown) => void
}

interface Part {
  readonly entries: ReadonlyArray<TrailEntry>
  readonly issues: ReadonlyArray<LogIssue | EnvelopeIssue>
  readonly counts: Pick<LogCounts, 'records' | 'unmatched' | 'broken'>
  readonly object?: TrailObject
  readonly bytes: Uint8Array
}

const NO_BYTES = /* @__PURE__ */ new Uint8Array(0)

/** Creates a worker. It throws an `OptionError` for an invalid option. */
export function newWorker(options: WorkOptions, client?: AwsClient, store: ObjectStore = objectStore(client)): Worker {
  checkWorkOptions(options, { client })
  const {
    allowBuckets,
    onEvents,
    onFailure = logMessageFailure,
    maxRemembered = DELIVERED_WINDOW,
    filesAhead = 4,
    anyKey = false,
    allowInline = true,
  } = options
  const metrics = emptyMetrics()
  const delivered = new Delivered(maxRemembered)

  async function deliver(part: Part, { message, kept }: Work): Promise<void> {
    const { fresh, keys } = kept === undefined ? delivered.fresh(part.entries) : { fresh: part.entries, keys: [] }
    if (fresh.length > 0 || part.issues.length > 0) {
      const { object, bytes, issues } = part
      const context = { source: message.source, ...namesOf(message), bytes, issues, ...(object && { object }) }
      await onEvents(fresh, context)
    }
    delivered.add(keys)
    if (kept !== undefined) for (const entry of fresh) kept.push(entry)
    metrics.records.read += part.counts.records
    metrics.records.delivered += fresh.length
    metrics.records.duplicate += part.entries.length - fresh.length
    metrics.records.filtered += part.counts.unmatched
    metrics.records.broken += part.counts.broken
  }

  /** Delivers an object. Returns whether it holds data, or why it could not be read. */
  async function deliverObject(fetched: FetchedObject, work: Work): Promise<{ readonly isNotice?: boolean; readonly failed?: string }> {
    const { object } = fetched
    try {
      const { size, entries, issues, counts, bytes } = await decodeObject(fetched, options)
      metrics.objects.bytes += size
      const unreadable = issues.find(({ code }) => code === 'UNREADABLE')
      if (unreadable !== undefined) {
        metrics.objects.failed++
        return { failed: unreadable.received }
      }
      const isNotice = issues.some(({ code }) => code === 'DIGEST_FILE')
      if (!isNotice) await deliver({ object, entries, issues, counts, bytes }, work)
      metrics.objects.read++
      return { isNotice }
    } catch (error) {
      metrics.objects.failed++
      throw error
    }
  }

  /** Why nothing of a message is delivered. */
  function refusalOf(contents: ReadonlyArray<MessageContent>): Omit<MessageFailure, 'messageId'> | undefined {
    const foreign = contents.flatMap(objectsIn).find(({ bucket }) => !Object.hasOwn(allowBuckets, bucket))
    if (foreign !== undefined) return { code: 'BUCKET_NOT_ALLOWED', object: foreign, received: 'another bucket' }
    const hasInline = contents.some((content) => content.kind === 'RECORDS' && content.records.length > 0)
    return hasInline && !allowInline ? { code: 'INLINE_NOT_ALLOWED', received: 'records in the message itself' } : undefined
  }

  /** Returns the objects to read. The others are counted and reported once. */
  function readableOf(objects: ReadonlyArray<TrailObject>, message: Message): ReadonlyArray<TrailObject> {
    if (anyKey) return objects
    const readable = objects.filter(({ key }) => deliveredAt(key) !== undefined)
    const skipped = objects.length - readable.length
    const object = objects.find(({ key }) => deliveredAt(key) === undefined)
    if (object === undefined) return objects
    metrics.objects.skipped += skipped
    const received = skipped === 1 ? 'a key that is not of a log file' : `${skipped} keys that are not of log files`
    onFailure({ code: 'OBJECT_SKIPPED', ...namesOf(message), object, received })
    return readable
  }

  /**
   * Delivers objects in order, a few of them fetched ahead. Returns whether one holds data, and whether one could not
   * be read.
   */
  async function deliverObjects(objects: ReadonlyArray<TrailObject>, work: Work): Promise<{ hasData: boolean; hasFailed: boolean }> {
    const ended = new AbortController()
    const fetched = mapInOrder(objects, filesAhead, (object) =>
      fetchObject(store, object, allowBuckets[object.bucket], options, ended.signal),
    )
    let hasData = false
    let hasFailed = false
    try {
      for await (const file of fetched) {
        const { isNotice = false, failed } = await deliverObject(file, work)
        hasData ||= !isNotice
        if (failed === undefined) continue
        // The rest of the message is delivered even if this part never can be.
        hasFailed = true
        onFailure({ code: 'UNREADABLE_OBJECT', ...namesOf(work.message), object: file.object, received: failed })
      }
    } finally {
      ended.abort()
    }
    return { hasData, hasFailed }
  }

  async function workOn(work: Work): Promise<'handled' | 'notice' | 'failed'> {
    const { contents } = work.message
    const names = namesOf(work.message)
    const refusal = refusalOf(contents)
    if (refusal !== undefined) {
      onFailure({ ...refusal, ...names })
      return 'failed'
    }
    let hasData = contents.length === 0
    let hasFailed = false
    for (const content of contents) {
      if (content.kind === 'UNREADABLE') {
        hasFailed = true
        onFailure({ code: 'UNREADABLE_MESSAGE', ...names, received: formatEnvelopeIssues(content.issues).slice(0, 3).join('; ') })
      }
      if (content.kind === 'RECORDS') {
        hasData = true
        const { entries, filtered } = inlineEntries(content.records, options)
        const counts = { records: content.records.length, unmatched: filtered, broken: 0 }
        await deliver({ entries, issues: content.issues, counts, bytes: NO_BYTES }, work)
      }
      if (content.kind === 'OBJECTS') {
        const read = await deliverObjects(readableOf(content.objects, work.message), work)
        hasData ||= read.hasData
        hasFailed ||= read.hasFailed
      }
    }
    return hasFailed ? 'failed' : hasData ? 'handled' : 'notice'
  }

  return {
    metrics,
    fail: onFailure,
    work: async (message, { kept, onThrown } = {}) => {
      let result: 'handled' | 'notice' | 'failed' = 'failed'
      try {
        result = await workOn({ message, kept })
      } catch (cause) {
        onThrown?.(cause)
        onFailure({ code: 'HANDLER_FAILED', ...namesOf(message), received: failureOf(cause), cause })
      }
      metrics.messages.received++
      metrics.messages[result === 'notice' ? 'notices' : result]++
      return result
    },
  }
}

/** A message in work. */
interface Work {
  readonly message: Message
  readonly kept: Array<TrailEntry> | undefined
}

/** Returns what identifies a message in a failure, and how often SQS has delivered it. */
function namesOf({ id = '', attributes }: Message): { readonly messageId: string; readonly receiveCount?: number } {
  const receiveCount = Number(attributes.ApproximateReceiveCount)
  return { messageId: id, ...(Number.isSafeInteger(receiveCount) && { receiveCount }) }
}

const objectsIn = (content: MessageContent): ReadonlyArray<TrailObject> => (content.kind === 'OBJECTS' ? content.objects : [])
