/**
 * Hashes and signatures with Node's crypto.
 *
 * @module
 */
import { createHash, createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import type { ByteHasher } from '../source/evidence.js'
import { byteHasher } from './byte-hasher.js'

/** Creates a hasher for SHA-256. */
export const sha256 = (): ByteHasher => {
  const hash = createHash('sha256')
  return byteHasher(
    (bytes) => void hash.update(bytes),
    async () => new Uint8Array(hash.digest()),
  )
}

/** Returns the SHA-256 of bytes in hexadecimal digits, without an object for each. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> => hash('sha256', bytes)

/** Returns the MD5 of bytes: CloudTrail names keys by it. */
export const md5 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('md5').update(bytes).digest())

/** A key that signatures are verified with. */
export type VerifyKey = KeyObject

/** Imports a public RSA key from its SubjectPublicKeyInfo; `undefined` where the platform refuses it. */
export async function importKey(spki: Uint8Array): Promise<VerifyKey | undefined> {
  try {
    // Node accepts every typed array; its types name one.
    return createPublicKey({ key: spki as Buffer, format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** Whether a signature is one of these bytes: RSASSA-PKCS1-v1_5 with SHA-256. */
export async function verifySignature(key: VerifyKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  try {
    return verify('sha256', bytes, key, signature)
  } catch {
    return false
  }
}
