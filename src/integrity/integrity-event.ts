/**
 * What a validation finds, as it is found.
 *
 * @module
 */
import type { EvidenceLocation, PublicKeyRecord } from '../source/evidence.js'
import type { DigestState, Proof } from './check-digest.js'
import type { DigestFile } from './digest.js'
import type { Problem } from './problem.js'
import type { UnreferencedState } from './references.js'
import type { Segment } from './report.js'
import type { ShardId } from './shard.js'

/**
 * A shard was found.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface ShardFound {
  /** Tells it from other events. */
  readonly kind: 'SHARD_FOUND'
  /** Which shard. */
  readonly shard: ShardId
}

/**
 * A digest was checked, or one that a chain names was not found.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface DigestChecked {
  /** Tells it from other events. */
  readonly kind: 'DIGEST_CHECKED'
  /** Its shard. */
  readonly shard: ShardId
  /** Where it is, or should be; missing where a time has no digest. */
  readonly location?: EvidenceLocation
  /** What is known of it. */
  readonly state: DigestState
  /** How its signature is known. */
  readonly proofs: ReadonlyArray<Proof>
  /** The start of the time that it decides, in UTC. */
  readonly from: string
  /** The end of that time. */
  readonly to: string
  /** What is wrong. */
  readonly problems: ReadonlyArray<Problem>
  /** The digest, where it is in its place. */
  readonly file?: DigestFile
  /** What proves it, where `evidence` is set. */
  readonly evidence?: DigestEvidence
}

/**
 * What proves a digest.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface DigestEvidence {
  /** Its bytes as stored. */
  readonly stored: Uint8Array
  /** What is signed. */
  readonly signed: Uint8Array
  /** The signature in hexadecimal digits. */
  readonly signature: string
  /** The metadata of the object that says so; missing where only the next digest has the signature. */
  readonly metadata?: Readonly<Record<string, string>>
  /** The key. */
  readonly key: PublicKeyRecord
}

/**
 * A log file that a digest names was checked.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface LogChecked {
  /** Tells it from other events. */
  readonly kind: 'LOG_CHECKED'
  /** The shard of the digest. */
  readonly shard: ShardId
  /** Where it is, or should be. */
  readonly location: EvidenceLocation
  /** What is known of it. */
  readonly state: DigestState
  /** What is wrong. */
  readonly problems: ReadonlyArray<Problem>
  /** How many bytes are stored. */
  readonly bytes: number
}

/**
 * A log file was found that no digest names.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Unreferenced {
  /** Tells it from other events. */
  readonly kind: 'UNREFERENCED'
  /** Its account and region: which trail delivered it, its name does not say. */
  readonly shard: ShardId
  /** Where it is. */
  readonly location: EvidenceLocation
  /** What is known of it. */
  readonly state: UnreferencedState
  /** What is wrong. */
  readonly problems: ReadonlyArray<Problem>
}

/**
 * A shard is done.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Covered {
  /** Tells it from other events. */
  readonly kind: 'COVERED'
  /** Which shard. */
  readonly shard: ShardId
  /** What is known of each second of its range. */
  readonly coverage: ReadonlyArray<Segment>
}

/**
 * What a validation finds.
 *
 * @category integrity
 * @since 0.1.0
 */
export type IntegrityEvent = ShardFound | DigestChecked | LogChecked | Unreferenced | Covered
