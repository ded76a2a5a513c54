/**
 * Types of stores that digest and log files are read from for validation. Stores for folders and for S3 need nothing
 * else of the validator.
 *
 * @module
 */
import type { AbortSignalLike } from './abort-signal.js'

/**
 * Where a file is.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface EvidenceLocation {
  /** The bucket; missing in a copy, which has none. */
  readonly bucket?: string
  /** The key, as `GetObject` takes it. */
  readonly key: string
  /** The version of the object, if a certain one is meant. */
  readonly version?: string
}

/**
 * A file that a store lists.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface EvidenceObject extends EvidenceLocation {
  /** Its size in bytes, as stored. */
  readonly size: number
  /** When it was written, in UTC. */
  readonly modified?: string
}

/**
 * The content of a file.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface EvidenceBytes {
  /** Its bytes as stored, in pieces; it can be iterated once. Iterating rejects if the file ends too early. */
  readonly pieces: AsyncIterable<Uint8Array>
  /** The user metadata of the object, names in lower case without `x-amz-meta-`: the signature of a digest is there. */
  readonly metadata?: Readonly<Record<string, string>>
  /** When it was written, in UTC. */
  readonly modified?: string
  /** The version that was read. */
  readonly version?: string
}

/**
 * Why a file could not be read.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface EvidenceError {
  /** The error code of S3 or of the system, such as `NoSuchKey`, `AccessDenied` or `ENOENT`. */
  readonly error: string
}

/**
 * Where digest and log files are: a bucket, or a copy of one.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface EvidenceStore {
  /** Lists the files below a prefix in the order of UTF-8 bytes, those after the key `after` alone. */
  readonly list: (request: { readonly prefix: string; readonly after?: string }, signal?: AbortSignalLike) => AsyncIterable<EvidenceObject>
  /** Returns the names of the folders directly below a prefix that ends with a slash or is empty. */
  readonly folders: (prefix: string, signal?: AbortSignalLike) => Promise<ReadonlyArray<string>>
  /**
   * Reads at most `limit` bytes of a file. Never rejects because of the file; rejects with the signal's reason alone.
   */
  readonly read: (location: EvidenceLocation, limit: number, signal?: AbortSignalLike) => Promise<EvidenceBytes | EvidenceError>
  /** `s3` has metadata and exact keys; `copy` has names only. */
  readonly kind: 's3' | 'copy'
}

/**
 * Hashes bytes incrementally.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface ByteHasher {
  /** Takes the next bytes. */
  update(bytes: Uint8Array): void
  /** Returns the hash of all bytes; no more can be added after that. */
  digest(): Promise<Uint8Array>
  /** Returns the hash in hexadecimal digits. */
  digest(encoding: 'hex'): Promise<string>
}

/**
 * A public key that digests are signed with.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface PublicKeyRecord {
  /** The key in DER: PKCS#1 or SubjectPublicKeyInfo. */
  readonly value: Uint8Array
  /** Its fingerprint as CloudTrail writes it: the MD5 of `value` in hexadecimal digits. */
  readonly fingerprint: string
  /** Since when it is valid. */
  readonly from?: Date
  /** Until when it is valid. */
  readonly to?: Date
  /** The region whose digests it signs. Default: any region. */
  readonly region?: string
  /** Where it comes from, such as `ListPublicKeys in us-east-1` or the name of a file with its SHA-256. */
  readonly source: string
}

/**
 * Returns at least the public keys of a region that were valid in a period. The provider of the keys is trusted.
 *
 * @category integrity
 * @since 0.1.0
 */
export type KeySource = (
  wanted: { readonly region: string; readonly from: Date; readonly to: Date },
  signal?: AbortSignalLike,
) => Promise<ReadonlyArray<PublicKeyRecord>>
