/**
 * What an envelope is to the walk that opens them: whether a value is one, and what is in it. Each kind has a file;
 * none knows the others.
 *
 * @module
 */
import { isObject } from '../../codec/check.js'
import { memberOf } from '../../event/member-of.js'
import type { EnvelopeIssueCode } from './issue.js'
import type { EnvelopeKind, NoticeName, TrailObject } from './message.js'
import type { MessageBuilder } from './message-builder.js'

/** Where something is, from the envelope that is being opened. */
export type Steps = ReadonlyArray<string | number>

/** Something that has yet to be opened. */
export interface Place {
  readonly value: unknown
  readonly path: Steps
  readonly depth: number
  /** Whether it is base64 of a string, gzipped or not. */
  readonly isData: boolean
  /** The message it is part of, once there is one. */
  readonly message: MessageBuilder | undefined
}

/** What an envelope gives to whoever opens it. */
export interface Opening {
  /** This envelope is a message. Without it, the first thing that is found makes one. */
  readonly message: (id?: unknown) => void
  /** Something is in here that has yet to be opened. It is a message of its own with this id, unless it is in one. */
  readonly inner: (value: unknown, steps: Steps, id?: unknown, attributes?: unknown) => Place
  /** Likewise, and it is base64 of a string, gzipped or not. */
  readonly data: (value: unknown, steps: Steps, id?: unknown) => Place
  readonly records: (records: ReadonlyArray<unknown>) => void
  readonly objects: (objects: ReadonlyArray<TrailObject>) => void
  readonly notice: (name: NoticeName, object?: TrailObject) => void
  /** This cannot be read. */
  readonly broken: (code: EnvelopeIssueCode, steps: Steps, expected: string, received: string) => void
  /** This is to be known of the records. */
  readonly remark: (code: EnvelopeIssueCode, steps: Steps, expected: string, received: string) => void
}

/** A kind of envelope. */
export interface Envelope {
  readonly kind: EnvelopeKind
  /** Whether a value is one, by the members that tell it from all others. */
  readonly is: (u: unknown) => boolean
  /** Returns what has yet to be opened, one at a time: the next is asked for once all of the last was opened. */
  readonly open: (u: unknown, into: Opening) => Iterable<Place>
}

/** The items of a batch, and where they are. */
export interface Batch {
  readonly items: ReadonlyArray<unknown>
  readonly steps: Steps
}

/** The batch in a value: AWS calls the list `Records` mostly; EventBridge Pipes delivers it bare. */
export function batchIn(u: unknown, names: ReadonlyArray<string> = ['Records']): Batch | undefined {
  if (Array.isArray(u)) return { items: u, steps: [] }
  const name = names.find((one) => Array.isArray(memberOf(u, one)))
  return name === undefined ? undefined : { items: memberOf(u, name) as ReadonlyArray<unknown>, steps: [name] }
}

/** Likewise; without one, there are no items. */
export const itemsOf = (u: unknown, names?: ReadonlyArray<string>): Batch => batchIn(u, names) ?? { items: [], steps: [] }

/** Whether a value is a batch with one such item at least, or without any item. */
export function isBatch(u: unknown, isItem: (item: unknown) => boolean, names?: ReadonlyArray<string>): boolean {
  const items = batchIn(u, names)?.items
  return items !== undefined && (items.length === 0 || items.some(isItem))
}

/** Whether a member of an object is a string. */
export const hasText = (u: unknown, name: string): boolean => typeof memberOf(u, name) === 'string'

/** A member of an object that is an object. */
export function objectIn(u: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  const value = memberOf(u, name)
  return isObject(value) ? value : undefined
}
