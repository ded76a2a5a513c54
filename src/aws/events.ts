/**
 * What a fleet delivers: entries, and where they come from.
 *
 * @module
 */
import type { Decoded } from '../event/decode-record.js'
import type { EnvelopeIssue } from '../source/envelope/issue.js'
import type { EnvelopeKind, TrailObject } from '../source/envelope/message.js'
import type { LogEntry } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'

/**
 * A delivered record: the result of decoding it, the value, and its index. An entry of a file in S3 is a `LogEntry`; a
 * record in the message itself has no bytes.
 *
 * @category sources
 * @since 0.1.0
 */
export type TrailEntry = LogEntry | InlineEntry

/**
 * A record in a message.
 *
 * @category sources
 * @since 0.1.0
 */
export interface InlineEntry extends Decoded {
  /** Its index among the records of the message, from 0. */
  readonly index: number
  /** The value. */
  readonly raw: unknown
  /** What `where` returned; missing if `where` was not set, or if the value is not a record (`Left`). */
  readonly match?: 'YES' | 'UNKNOWN'
}

/**
 * Where entries come from.
 *
 * @category sources
 * @since 0.1.0
 */
export interface EventsContext {
  /** What delivered the message: the outermost envelope. */
  readonly source: EnvelopeKind
  /** The id of the message; empty if the source has none. */
  readonly messageId: string
  /** How often the message was received, if it comes from a queue. */
  readonly receiveCount?: number
  /** The object that the entries are from; missing if they were in the message. */
  readonly object?: TrailObject
  /**
   * The object's inflated bytes, in which `start` and `end` of entries count: `bytesOf(context, entry)`. Empty without
   * an object.
   */
  readonly bytes: Uint8Array
  /** Issues of the object or the message; empty if it is valid. */
  readonly issues: ReadonlyArray<LogIssue | EnvelopeIssue>
}

/**
 * What is done with entries. A message is acknowledged only when this has resolved for all that is in it; where it
 * rejects, the message comes again.
 *
 * @category sources
 * @since 0.1.0
 */
export type OnEvents = (entries: ReadonlyArray<TrailEntry>, context: EventsContext) => void | Promise<void>
