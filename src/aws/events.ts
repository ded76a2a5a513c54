/**
 * What a fleet hands to those who use it: entries, and where they come from.
 *
 * @module
 */
import type { Decoded } from '../event/decode-record.js'
import type { EnvelopeIssue } from '../source/envelope/issue.js'
import type { EnvelopeKind, TrailObject } from '../source/envelope/message.js'
import type { LogEntry } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'

/**
 * A record that was delivered: what decoding it answered, the value, and its place. An entry of an object's file is a `LogEntry`; a record that stood in the message itself has
 * no bytes.
 *
 * @category sources
 * @since 0.1.0
 */
export type TrailEntry = LogEntry | InlineEntry

/**
 * A record that stood in a message.
 *
 * @category sources
 * @since 0.1.0
 */
export interface InlineEntry extends Decoded {
  /** The place among the records of the message, from 0. */
  readonly index: number
  /** The value. */
  readonly raw: unknown
  /** What `where` answered; absent if there was none, or if the value is no record (`Left`). */
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
  /** What the source calls the message; empty where it has no name. */
  readonly messageId: string
  /** How often the message was received, where it comes from a queue. */
  readonly receiveCount?: number
  /** The object that the entries are from; absent where they stood in the message. */
  readonly object?: TrailObject
  /** The object's inflated text, in which `start` and `end` of entries count: `bytesOf(context, entry)`. Empty where there is no object. */
  readonly text: Uint8Array
  /** What is wrong with the object or the message, and what to know of it; empty for a sound one. */
  readonly issues: ReadonlyArray<LogIssue | EnvelopeIssue>
}

/**
 * What is done with entries. A message is acknowledged only when this has resolved for all that is in it; where it rejects, the message comes again.
 *
 * @category sources
 * @since 0.1.0
 */
export type OnEvents = (entries: ReadonlyArray<TrailEntry>, context: EventsContext) => void | Promise<void>
