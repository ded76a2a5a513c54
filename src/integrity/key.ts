/**
 * Public keys of CloudTrail: RSA keys in DER, as PKCS#1 `RSAPublicKey` or as SubjectPublicKeyInfo. AWS has published
 * both. A key is named by the MD5 of these bytes.
 *
 * @module
 */
import { importKey, md5, sha256Of, type VerifyKey } from '#crypto'
import type { PublicKeyRecord } from '../source/evidence.js'
import { toHex } from './hex.js'
import type { Problem } from './problem.js'

/** A key, ready to verify with. */
export interface UsableKey {
  readonly record: PublicKeyRecord
  readonly fingerprint: string
  readonly key: VerifyKey
  readonly sha256: string
  readonly bits: number
  /** The length of its signatures in bytes. */
  readonly signatureBytes: number
  readonly format: 'PKCS1' | 'SPKI'
}

const MIN_BITS = 2048
const MAX_BITS = 16_384

/** Reads a key; a problem where its name is not that of its bytes, or where it is no RSA key of at least 2,048 bits. */
export async function usableKeyOf(record: PublicKeyRecord): Promise<UsableKey | Problem> {
  const fingerprint = record.fingerprint.toLowerCase()
  const actual = toHex(md5(record.value))
  if (fingerprint !== actual) {
    return { code: 'KEY_MISNAMED', expected: 'a fingerprint that is the MD5 of the key', received: `a key whose MD5 is ${actual}` }
  }
  const rsa = rsaOf(record.value)
  if (rsa === undefined) return keyFormat('something else')
  if (rsa.bits < MIN_BITS || rsa.bits > MAX_BITS) return keyFormat(`one of ${rsa.bits} bits`)
  if (!rsa.isExponentSafe) return keyFormat('one with an exponent below 3')
  const key = await importKey(rsa.spki)
  if (key === undefined) return keyFormat('one the platform refuses')
  const signatureBytes = Math.ceil(rsa.bits / 8)
  return { record, fingerprint, key, sha256: await sha256Of(record.value), bits: rsa.bits, signatureBytes, format: rsa.format }
}

const keyFormat = (received: string): Problem => ({
  code: 'KEY_FORMAT',
  expected: 'an RSA public key of at least 2,048 bits in DER',
  received,
})

interface Rsa {
  readonly spki: Uint8Array
  readonly bits: number
  readonly isExponentSafe: boolean
  readonly format: UsableKey['format']
}

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03

/** The algorithm identifier of SubjectPublicKeyInfo: `rsaEncryption` and NULL. */
const RSA_ENCRYPTION = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00] as const

function rsaOf(der: Uint8Array): Rsa | undefined {
  const outer = elementAt(der, 0, SEQUENCE)
  if (outer === undefined || outer.end !== der.length) return undefined
  if (der[outer.body] === INTEGER) {
    const key = pkcs1Of(der, outer.body)
    return key && { ...key, spki: wrapped(der), format: 'PKCS1' }
  }
  const bits = outer.body + RSA_ENCRYPTION.length
  if (!RSA_ENCRYPTION.every((byte, i) => der[outer.body + i] === byte)) return undefined
  const string = elementAt(der, bits, BIT_STRING)
  if (string === undefined || string.end !== der.length || der[string.body] !== 0) return undefined
  const inner = elementAt(der, string.body + 1, SEQUENCE)
  if (inner === undefined || inner.end !== der.length) return undefined
  const key = pkcs1Of(der, inner.body)
  return key && { ...key, spki: der, format: 'SPKI' }
}

/** Reads modulus and exponent, which end the key. */
function pkcs1Of(der: Uint8Array, at: number): Pick<Rsa, 'bits' | 'isExponentSafe'> | undefined {
  const modulus = integerAt(der, at)
  const exponent = modulus && integerAt(der, modulus.end)
  if (modulus === undefined || exponent === undefined || exponent.end !== der.length) return undefined
  return {
    bits: bitsOf(modulus.bytes),
    isExponentSafe: exponent.bytes.length > 1 || (exponent.bytes[0] ?? 0) >= 3,
  }
}

/** Reads a positive integer without its leading zero. */
function integerAt(der: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const element = elementAt(der, at, INTEGER)
  if (element === undefined || element.end === element.body || (der[element.body] ?? 0) >= 0x80) return undefined
  const from = der[element.body] === 0 ? element.body + 1 : element.body
  return { bytes: der.subarray(from, element.end), end: element.end }
}

const bitsOf = (bytes: Uint8Array): number => (bytes.length === 0 ? 0 : 8 * bytes.length - Math.clz32(bytes[0] ?? 0) + 24)

/** Where the body of an element begins and ends; `undefined` if it is of another kind, or cut. */
function elementAt(der: Uint8Array, at: number, tag: number): { readonly body: number; readonly end: number } | undefined {
  if (der[at] !== tag) return undefined
  const first = der[at + 1] ?? 0
  const lengthBytes = first < 0x80 ? 0 : first - 0x80
  if (lengthBytes > 3) return undefined
  let length = lengthBytes === 0 ? first : 0
  for (let i = 0; i < lengthBytes; i++) length = 256 * length + (der[at + 2 + i] ?? 0)
  const body = at + 2 + lengthBytes
  const end = body + length
  return end > der.length || (lengthBytes === 0 && first === 0x80) ? undefined : { body, end }
}

/** Wraps a PKCS#1 key into SubjectPublicKeyInfo, the only form that WebCrypto imports. */
function wrapped(pkcs1: Uint8Array): Uint8Array {
  const string = element(BIT_STRING, [0, ...pkcs1])
  return Uint8Array.from(element(SEQUENCE, [...RSA_ENCRYPTION, ...string]))
}

function element(tag: number, body: ReadonlyArray<number>): ReadonlyArray<number> {
  const { length } = body
  if (length < 0x80) return [tag, length, ...body]
  return length < 0x100 ? [tag, 0x81, length, ...body] : [tag, 0x82, length >> 8, length & 0xff, ...body]
}
