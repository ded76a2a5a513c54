/**
 * What of a trail is listed.
 *
 * @module
 */
import type { TrailObject } from '../source/envelope/message.js'
import type { LogFileKey } from '../source/envelope/trail-key.js'
import type { AwsClient } from './client.js'
import type { EventTimes } from './key-window.js'

/**
 * The files of a trail's bucket that are wanted.
 *
 * @category sources
 * @since 0.1.0
 */
export interface TrailOptions extends EventTimes {
  /** The bucket that the trail delivers to. */
  readonly bucket: string
  /** What stands in front of `AWSLogs`, without a slash at its end; nothing unless given. */
  readonly prefix?: string
  /** The id of the organization whose trail it is. Without it, what is below `AWSLogs` is looked at, organizations included. */
  readonly organization?: string
  /** Only the files of these accounts. Without it, all there are. */
  readonly accounts?: ReadonlyArray<string>
  /** Only the files of these regions. Without it, all there are. */
  readonly regions?: ReadonlyArray<string>
  /** Which kinds of files. `CloudTrail` alone unless given: management and data events of all services. */
  readonly kinds?: ReadonlyArray<LogFileKey['kind']>
  /** These objects in place of a listing: their keys, as `GetObject` takes them, or an inventory of S3. The options above select among them. */
  readonly keys?: KeyList | InventoryManifest
  /** The account that owns the bucket: S3 refuses to answer where it is another. */
  readonly owner?: string
  /** How many listings run at once; 8 unless given. */
  readonly concurrency?: number
  /** The client for S3; one with the SDK's defaults where it is missing. */
  readonly client?: AwsClient
  /** Where an earlier reading ended, as its `cursor` said. What was handed out before is left out. */
  readonly cursor?: string
  /** Ends it: what is under way is given up, and the iteration rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /** What counts as the present; the clock's unless given. */
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
 * @see {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html AWS: locating your inventory list}
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
  /** The account that owns the bucket; S3 refuses where it is another. */
  readonly owner?: string
}

/**
 * A log file in a trail's bucket.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListedObject extends TrailObject {
  /** When it was written, in UTC. Keys that were given have none. */
  readonly modified?: string
  /** Why nothing is known below `key`, in S3's word, such as `AccessDenied`: it is then a prefix that could not be listed, or an inventory. */
  readonly error?: string
}

/**
 * How much listing took, so far.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListCounts {
  /** Requests to list, of up to 1,000 keys each: S3 charges for each. */
  readonly requests: number
  /** Keys that were seen. */
  readonly keys: number
  /** Keys of log files that are wanted. */
  readonly listed: number
  /** Prefixes that could not be listed. */
  readonly failed: number
}

/**
 * What of the trail is within reach.
 *
 * @category sources
 * @since 0.1.0
 */
export interface ListReach {
  /** Files delivered before this time are not looked at. */
  readonly deliveredFrom?: string
  /** Files delivered from this time on are out of reach, even where they hold events of the times that were asked for. */
  readonly deliveredBefore?: string
}
