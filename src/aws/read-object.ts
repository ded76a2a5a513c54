/**
 * Reads the bytes of one object of S3, and its records.
 *
 * @module
 */
import { NO_COUNTS } from '../source/counts.js'
import { decodeLog } from '../source/decode-log.js'
import type { TrailObject } from '../source/envelope/message.js'
import { maxStoredBytes } from '../source/limits.js'
import type { LogBatch, ReadLog } from '../source/log-entry.js'
import { unreadable } from '../source/log-issue.js'
import { MissingPackage } from '../source/missing-package.js'
import { type LogOptions, readLog } from '../source/read-log.js'
import { failureLine, failureOf } from './failure.js'
import type { ObjectStore } from './object-store.js'

/** A log file with its object. */
export type ObjectLog = ReadLog & Required<Pick<ReadLog, 'object'>>

/** An object whose bytes were fetched, or why they could not be. */
export interface FetchedObject {
  readonly object: TrailObject
  readonly bytes: Uint8Array | string
}

/** How often an object is requested if its body ends too early: the SDK's own retries end where the body begins. */
const ATTEMPTS = 3

/** Fetches an object. It rejects only when it is aborted, or if the SDK is missing. */
export async function fetchObject(
  store: ObjectStore,
  object: TrailObject,
  owner: string | undefined,
  options: LogOptions,
  signal?: AbortSignal,
): Promise<FetchedObject> {
  const { bucket, key, version } = object
  for (let attempt = 1; ; attempt++) {
    try {
      return { object, bytes: await store.bytes({ bucket, key, version, owner }, maxStoredBytes(options), signal) }
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof MissingPackage) throw error
      if (attempt === ATTEMPTS || !isBroken(error)) return { object, bytes: failureLine(error) }
    }
  }
}

/** Reads a fetched object whole. It rejects only with what `options.where` throws. */
export async function decodeObject({ object, bytes }: FetchedObject, options: LogOptions): Promise<ObjectLog> {
  const head = { path: pathOf(object), object }
  if (typeof bytes !== 'string') return { ...head, size: bytes.length, ...(await decodeLog(bytes, options)) }
  return { ...head, size: 0, entries: [], issues: [unreadable(OBJECT, bytes)], counts: NO_COUNTS, bytes: new Uint8Array(0) }
}

/** Reads a fetched object in batches. */
export async function* objectBatches({ object, bytes }: FetchedObject, options: LogOptions): AsyncGenerator<LogBatch, void, undefined> {
  const head = { source: pathOf(object), object }
  if (typeof bytes !== 'string') yield* readLog([bytes], options, head)
  else yield { ...head, entries: [], issues: [unreadable(OBJECT, bytes)], counts: NO_COUNTS, isLast: true, storedBytes: 0 }
}

const pathOf = ({ bucket, key }: TrailObject): string => `s3://${bucket}/${key}`

const OBJECT = 'a readable object'

/** Whether the response began and ended too early: S3 itself did not refuse the request. */
const BROKEN: ReadonlyArray<string> = ['CutBody', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE', 'AbortError']

const isBroken = (error: unknown): boolean => BROKEN.includes(failureOf(error))
