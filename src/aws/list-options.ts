/**
 * Options for listing a trail.
 *
 * @module
 */
import type { AbortSignalLike } from '../source/abort-signal.js'
import type { TrailObject } from '../source/envelope/message.js'
import type { LogFileKey } from '../source/envelope/trail-key.js'
import type { AwsClient } from './client.js'
import type { EventTimes } from './key-window.js'

/**
 * Which files of a trail's bucket to list.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailOptions extends EventTimes {
  /** The bucket that the trail delivers to. */
  readonly bucket: string
  /** The prefix before `AWSLogs`, with or without a slash at its end. Default: no prefix. */
  readonly prefix?: string
  /**
   * The id of the organization whose trail it is. Default: everything below `AWSLogs` is listed, organizations
   * included.
   */
  readonly organization?: string
  /** Only the files of these accounts. Default: all accounts. */
  readonly accounts?: ReadonlyArray<string>
  /** Only the files of these regions. Default: all regions. */
  readonly regions?: ReadonlyArray<string>
  /** Which kinds of files. Default `CloudTrail` only: management and data events of all services. */
  readonly kinds?: ReadonlyArray<LogFileKey['kind']>
  /**
   * These objects instead of a listing: their keys, as `GetObject` takes them, or an inventory of S3. The options above
   * select among them.
   */
  readonly keys?: KeyList | InventoryManifest
  /**
   * Whether objects are also read if CloudTrail stores no log file under their keys. Default true for a list of `keys`,
   * false otherwise. Log files of other kinds, accounts, regions or times than requested are left out either way. Keys
   * that are left out cause no request and are counted as `skipped`.
   */
  readonly anyKey?: boolean
  /** The account that owns the bucket: S3 refuses requests if it is another. */
  readonly owner?: string
  /** How many listings run at once. Default 8. */
  readonly concurrency?: number
  /** The client for S3. Default: one with the SDK's defaults. */
  readonly client?: AwsClient
  /** The `cursor` of an earlier reading: what it returned is skipped. */
  readonly cursor?: string
  /** Aborts it: pending requests are cancelled, and the iteration rejects with the signal's reason. */
  readonly signal?: AbortSignalLike
  /** The present time. Default: that of the clock. */
  readonly now?: Date
}

/**
 * Keys of a bucket, or objects with their size and version.
 *
 * @category sources
 * @since 0.1.0
 */
export type KeyList = Iterable<string | Omit<TrailObject, 'bucket'>> | AsyncIterable<string | Omit<TrailObject, 'bucket'>>

/**
 * A list of a bucket's objects that S3 Inventory wrote. Lists in CSV are read.
 *
 * @see
 * {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html AWS: locating your inventory list}
 *
 * @category sources
 * @since 0.1.0
 */
export interface InventoryManifest {
  /** Where its `manifest.json` is. Its files are in the same bucket. */
  readonly manifest: ManifestPlace
}

/**
 * Where an inventory's manifest is.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ManifestPlace {
  /** The bucket that inventories are written to. */
  readonly bucket: string
  /** The key of a `manifest.json`. */
  readonly key: string
  /** The account that owns the bucket; S3 refuses requests if it is another. */
  readonly owner?: string
}

/**
 * A log file in a trail's bucket.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListedObject extends TrailObject {
  /** When it was written, in UTC. Missing for keys of the option `keys`. */
  readonly modified?: string
  /** S3's error code, such as `AccessDenied`: `key` is then a prefix that could not be listed, or an inventory. */
  readonly error?: string
  /** The error with the SDK's own message, where there is one. */
  readonly errorMessage?: string
}

/**
 * The counts of a listing so far.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListCounts {
  /** Requests to list, of up to 1,000 keys each: S3 charges for each. */
  readonly requests: number
  /** Keys listed. */
  readonly keys: number
  /** Keys of log files that are wanted. */
  readonly listed: number
  /** Keys under which CloudTrail stores no log file of the wanted kinds. */
  readonly skipped: number
  /** Prefixes that could not be listed. */
  readonly failed: number
}

/**
 * The part of the trail that is covered.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListCoverage {
  /** Files delivered before this time are not read. */
  readonly deliveredFrom?: string
  /** Files delivered from this time on are not read, even if they hold events of the requested times. */
  readonly deliveredBefore?: string
}
