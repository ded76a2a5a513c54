/**
 * Why a message is left to its queue, as data and as text.
 *
 * @module
 */
import { printable } from '../codec/path.js'
import type { TrailObject } from '../source/envelope/message.js'

/**
 * Why a message was not acknowledged. Codes are stable.
 *
 * - `UNREADABLE_MESSAGE`: it is nothing that AWS delivers of CloudTrail, or damaged.
 * - `BUCKET_NOT_ALLOWED`: it names a bucket that is not in `allowBuckets`; nothing was requested.
 * - `UNREADABLE_OBJECT`: an object is missing, denied, or could not be fetched.
 * - `HANDLER_FAILED`: `onEvents` rejected.
 * - `QUEUE_FAILED`: the queue answered with an error; a message that could not be deleted comes again.
 *
 * @category issues
 * @since 0.1.0
 */
export type MessageFailureCode = 'UNREADABLE_MESSAGE' | 'BUCKET_NOT_ALLOWED' | 'UNREADABLE_OBJECT' | 'HANDLER_FAILED' | 'QUEUE_FAILED'

/**
 * One reason for which a message was not acknowledged. It carries no value of a record.
 *
 * @category issues
 * @since 0.1.0
 */
export interface MessageFailure {
  /** The kind of reason. */
  readonly code: MessageFailureCode
  /** What the source calls the message; absent where the trouble is with none in particular. */
  readonly messageId?: string
  /** How often it was received, as SQS counts: its redrive policy decides by it. */
  readonly receiveCount?: number
  /** The object it is about. */
  readonly object?: TrailObject
  /** What is wrong, as a word or an issue's text: S3's name of an error, never a message with a value in it. */
  readonly received: string
}

/**
 * A failure as one line of text: what, of which message, about which object. Keys are cut and their control characters escaped, as they come out of the message.
 *
 * @param failure - As `onFailure` gets it.
 * @returns One line, lower case, no full stop.
 *
 * @example
 * import { formatMessageFailure } from 'glue-trail/aws'
 *
 * assert.strictEqual(
 *   formatMessageFailure({ code: 'UNREADABLE_OBJECT', messageId: 'm1', receiveCount: 3, object: { bucket: 'audit', key: 'a.json.gz' }, received: 'NoSuchKey' }),
 *   'message m1, received 3 times, object s3://audit/a.json.gz: unreadable object: NoSuchKey',
 * )
 *
 * @category issues
 * @since 0.1.0
 */
export function formatMessageFailure({ code, messageId, receiveCount, object, received }: MessageFailure): string {
  const about = [
    messageId === undefined ? 'queue' : messageId === '' ? 'message without a name' : `message ${printable(messageId)}`,
    ...(receiveCount === undefined ? [] : [`received ${receiveCount} times`]),
    ...(object === undefined ? [] : [`object s3://${printable(object.bucket)}/${printableKey(object.key)}`]),
  ]
  return `${about.join(', ')}: ${code.toLowerCase().replaceAll('_', ' ')}: ${received}`
}

/** Folder by folder: a whole key is longer than what is printed of a name. */
const printableKey = (key: string): string => key.slice(0, 1024).split('/').map(printable).join('/')
