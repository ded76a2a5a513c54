/**
 * One object of S3, read: its records, and what is wrong with it.
 *
 * @module
 */

import { NO_COUNTS } from '../source/collect-entries.js'
import { decodeLog, type LogOptions } from '../source/decode-log.js'
import type { TrailObject } from '../source/envelope/message.js'
import { limitsOf } from '../source/limits.js'
import type { DecodedLog } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'
import { MissingPackage } from '../source/missing-package.js'
import { failureOf } from './failure.js'
import type { ObjectStore } from './object-store.js'

/**
 * One object of S3, read: its records and what is wrong with it. One that is missing, denied or cannot be fetched has the issue `UNREADABLE`, with
 * S3's word for why, and no records.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ObjectOutcome extends DecodedLog {
  /** Which object. */
  readonly object: TrailObject
  /** How many bytes of it were read, as they are stored. */
  readonly size: number
}

/** How often an object is asked for whose body breaks off: the SDK's own retries end where the body begins. */
const ATTEMPTS = 3

/** Reads an object. It rejects only with what `options.where` throws, or when it was aborted. */
export async function readObject(
  store: ObjectStore,
  object: TrailObject,
  owner: string | undefined,
  options: LogOptions = {},
  signal?: AbortSignal,
): Promise<ObjectOutcome> {
  const { bucket, key, version } = object
  for (let attempt = 1; ; attempt++) {
    let bytes: Uint8Array
    try {
      bytes = await store.bytes({ bucket, key, version, owner }, storedLimit(options), signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (error instanceof MissingPackage) throw error
      if (attempt < ATTEMPTS && isBroken(error)) continue
      return unreadable(object, failureOf(error))
    }
    return { object, size: bytes.length, ...(await decodeLog(bytes, options)) }
  }
}

/** An object that could not be read. */
export function unreadable(object: TrailObject, received: string): ObjectOutcome {
  const issue: LogIssue = { code: 'UNREADABLE', expected: 'a readable object', received }
  return { object, size: 0, entries: [], issues: [issue], counts: NO_COUNTS, text: new Uint8Array(0) }
}

/** Whether the answer began and broke off: S3 itself said nothing against it. */
const BROKEN: ReadonlyArray<string> = ['CutBody', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE', 'AbortError']

const isBroken = (error: unknown): boolean => BROKEN.includes(failureOf(error))

/** More than any object has that is within its limits: what cannot be compressed grows by less than a thousandth. */
const storedLimit = (options: LogOptions): number => Math.ceil(1.001 * limitsOf(options).maxBytes) + 1024
