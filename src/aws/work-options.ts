/**
 * Options for handling messages, and their checks.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { isAccountId } from '../scalar/account-id.js'
import type { LogOptions } from '../source/read-log.js'
import type { OnEvents } from './events.js'
import type { MessageFailure } from './message-failure.js'
import { checkClient, checkCount, checkFunction, checkNumber, invalid } from './option-check.js'

/**
 * Options for handling messages.
 *
 * @category sources
 * @since 0.1.0
 */
export interface WorkOptions extends LogOptions {
  /**
   * The buckets that may be read, each with the account that owns it, which S3 checks. A message names the bucket to
   * read; if it names another bucket, it fails.
   */
  readonly allowBuckets: Readonly<Record<string, string>>
  /**
   * Whether records in a message itself are delivered. Default true. Such records are as trustworthy as the policy of
   * the queue or topic: anyone who may send to it can write them. With `false`, a message that holds records fails, and
   * only objects in `allowBuckets` are read.
   */
  readonly allowInline?: boolean
  /**
   * Whether objects are read whatever their keys. Default false: only keys under which CloudTrail stores log files, as
   * `parseTrailKey` reads them, cause a request. Others are counted in `metrics.objects.skipped` and reported to
   * `onFailure`; a message does not fail because of them.
   */
  readonly anyKey?: boolean
  /** How many objects of a message are fetched ahead, at least 1; 4 unless given. */
  readonly filesAhead?: number
  /** Called with the entries of each object, or of the message itself, if there are entries or issues. */
  readonly onEvents: OnEvents
  /**
   * Called with the reason why a message was not acknowledged, or why objects that it names were skipped. Default:
   * `console.error` with the reason as a line, and what `onEvents` threw.
   */
  readonly onFailure?: (failure: MessageFailure) => void
  /**
   * How many delivered records are remembered, so that they are not delivered again; 100,000 unless given, 0 for none.
   */
  readonly maxRemembered?: number
}

const LIMITS = ['maxBytes', 'maxRatio', 'maxRecordBytes', 'maxOtherValues', 'maxIssues', 'maxDepth'] as const

/** Throws an `OptionError` for the first option that cannot be used. Callers without types pass anything. */
export function checkWorkOptions(options: WorkOptions, clients: Readonly<Record<string, unknown>>): void {
  const { allowBuckets, where } = options
  if (!isObject(allowBuckets)) throw invalid('allowBuckets', 'an object with the names of buckets and their accounts')
  if (!Object.values(allowBuckets).every(isAccountId))
    throw invalid('allowBuckets', 'for each bucket the account that owns it (twelve digits)')
  checkFunction('onEvents', options.onEvents)
  if (options.onFailure !== undefined) checkFunction('onFailure', options.onFailure)
  if (where !== undefined && (!isObject(where) || typeof where.test !== 'function')) throw invalid('where', 'a predicate with `test`')
  for (const name of ['allowInline', 'anyKey', 'strict'] as const)
    if (options[name] !== undefined && typeof options[name] !== 'boolean') throw invalid(name, 'true or false')
  for (const name of LIMITS) checkNumber(name, options[name])
  checkCount('filesAhead', options.filesAhead, 1)
  checkCount('maxRemembered', options.maxRemembered, 0)
  for (const [name, client] of Object.entries(clients)) checkClient(name, client)
}
