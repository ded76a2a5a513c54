/**
 * Hashes and signatures with WebCrypto. It cannot hash in pieces: bytes are held until the hash is requested.
 *
 * @module
 */
import type { ByteHasher } from '../source/evidence.js'
import { byteHasher } from './byte-hasher.js'
import { toHex } from './hex.js'
import { md5Of } from './md5.js'

/** Creates a hasher for SHA-256. */
export const sha256 = (): ByteHasher => {
  const pieces: Array<Uint8Array<ArrayBuffer>> = []
  return byteHasher(
    // The caller may use its buffer again.
    (bytes) => void pieces.push(bytes.slice()),
    async () => new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(pieces).arrayBuffer())),
  )
}

/** Returns the SHA-256 of bytes in hexadecimal digits. */
export const sha256Of = async (bytes: Uint8Array): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())))

/** Returns the MD5 of bytes: CloudTrail names keys by it. */
export const md5 = md5Of

/** A key that signatures are verified with. */
export type VerifyKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** Imports a public RSA key from its SubjectPublicKeyInfo; `undefined` where the platform refuses it. */
export async function importKey(spki: Uint8Array): Promise<VerifyKey | undefined> {
  return crypto.subtle.importKey('spki', spki.slice(), ALGORITHM, false, ['verify']).catch(() => undefined)
}

/** Whether a signature is one of these bytes: RSASSA-PKCS1-v1_5 with SHA-256. */
export async function verifySignature(key: VerifyKey, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, key, signature.slice(), bytes.slice()).catch(() => false)
}
