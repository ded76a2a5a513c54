/**
 * Why a message is left to its queue, or objects of it were skipped, as data and as a line.
 *
 * @module
 */
import { madeOf } from '../codec/argument.js'
import { printable } from '../codec/path.js'
import type { TrailObject } from '../source/envelope/message.js'

/**
 * Why a message was not acknowledged; or, for `OBJECT_SKIPPED`, why objects that it names were not read. Codes are
 * stable.
 *
 * - `UNREADABLE_MESSAGE`: AWS does not deliver such messages from CloudTrail, or it is damaged.
 * - `BUCKET_NOT_ALLOWED`: it names a bucket that is not in `allowBuckets`; nothing was requested.
 * - `INLINE_NOT_ALLOWED`: it holds records, and `allowInline` is `false`; nothing was delivered.
 * - `OBJECT_SKIPPED`: CloudTrail stores no log file under this key, so nothing was requested. The message does not fail
 *   because of it. `anyKey` reads such keys.
 * - `UNREADABLE_OBJECT`: an object is missing, denied, or could not be fetched.
 * - `HANDLER_FAILED`: `onEvents` rejected, or `where` threw; `cause` is the error.
 * - `QUEUE_FAILED`: the queue returned an error; a message that could not be deleted is delivered again.
 *
 * @category issues
 * @since 0.1.0
 */
export type MessageFailureCode =
  | 'UNREADABLE_MESSAGE'
  | 'BUCKET_NOT_ALLOWED'
  | 'INLINE_NOT_ALLOWED'
  | 'OBJECT_SKIPPED'
  | 'UNREADABLE_OBJECT'
  | 'HANDLER_FAILED'
  | 'QUEUE_FAILED'

/**
 * One reason why a message was not acknowledged, or why objects that it names were not read. It carries no value of a
 * record, unless `onEvents` threw one.
 *
 * @category issues
 * @since 0.1.0
 */
export interface MessageFailure {
  /** The kind of reason. */
  readonly code: MessageFailureCode
  /** The id of the message; missing if the failure is not about a certain message. */
  readonly messageId?: string
  /** How often it was received, as SQS counts: the redrive policy uses this count. */
  readonly receiveCount?: number
  /** The object it is about. */
  readonly object?: TrailObject
  /**
   * What is wrong: the error of the SDK with its message, an issue as a line, or the name of what `onEvents` threw.
   * Never a value of a record.
   */
  readonly received: string
  /** What `onEvents` threw, or the error of the queue. */
  readonly cause?: unknown
}

/**
 * Formats a failure as one line: the message, the object, and the reason. Keys are cut and their control characters
 * escaped, as they come from the message.
 *
 * @param failure - A failure as `onFailure` receives it.
 * @returns One line, lower case, no full stop.
 * @throws `TypeError` if `failure` is not one.
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
export function formatMessageFailure(failure: MessageFailure): string {
  return madeOf('formatMessageFailure', 'a failure of a message', failure, () => lineOf(failure))
}

function lineOf({ code, messageId, receiveCount, object, received }: MessageFailure): string {
  const about = [
    messageId === undefined ? 'queue' : messageId === '' ? 'message without a name' : `message ${printable(messageId)}`,
    ...(receiveCount === undefined ? [] : [`received ${receiveCount} times`]),
    ...(object === undefined ? [] : [`object s3://${printable(object.bucket)}/${printableKey(object.key)}`]),
  ]
  return `${about.join(', ')}: ${code.toLowerCase().replaceAll('_', ' ')}: ${received}`
}

/** Logs a failure to the console; what `onEvents` threw with its message and stack. */
export function logMessageFailure(failure: MessageFailure): void {
  const line = formatMessageFailure(failure)
  if (failure.code === 'HANDLER_FAILED') console.error(line, failure.cause)
  else console.error(line)
}

/** Folder by folder: a whole key is longer than what is printed of a name. */
const printableKey = (key: string): string => key.slice(0, 1024).split('/').map(printable).join('/')
