/**
 * SHA-256, as CloudTrail's digests use it.
 *
 * @module
 */
import { sha256 as create } from '#crypto'
import type { ByteHasher } from '../source/evidence.js'

/**
 * Creates a hasher for SHA-256, for readers that hash what they read. In browsers it holds the bytes until the hash is
 * requested.
 *
 * @returns See `ByteHasher`.
 *
 * @example
 * import { sha256 } from 'glue-trail/integrity'
 *
 * const hash = sha256()
 * hash.update(new TextEncoder().encode('abc'))
 * assert.strictEqual((await hash.digest()).length, 32)
 *
 * @category integrity
 * @since 0.1.0
 */
export const sha256 = (): ByteHasher => create()
