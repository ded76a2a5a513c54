/**
 * Parses public keys: what `aws cloudtrail list-public-keys` prints, lists of that, PEM blocks, and base64 DER one per
 * line.
 *
 * @module
 */
import type { Either } from 'fp-ts/lib/Either.js'
import { md5 } from '#crypto'
import { isObject } from '../codec/check.js'
import { kindOf } from '../codec/kind.js'
import type { PublicKeyRecord } from '../source/evidence.js'
import { toHex } from './hex.js'
import type { Problem } from './problem.js'

const MAX_CHARACTERS = 10 * 1024 * 1024

/**
 * Parses public keys: the JSON of `aws cloudtrail list-public-keys` or of an array of such, the `keys.json` of an
 * evidence bundle, PEM blocks (`PUBLIC KEY`, `RSA PUBLIC KEY`), or base64 DER, one key per line. Unknown members are
 * ignored. Whether a key has the name that the text gives it is checked where it is used.
 *
 * @param content - At most 10 MiB.
 * @param source - Where the text comes from, for the report; `a text` unless given.
 * @returns The keys, or what is wrong. It never throws.
 *
 * @example
 * import { keysFromText } from 'glue-trail/integrity'
 *
 * const keys = keysFromText('{"PublicKeyList":[{"Value":"MIIB","Fingerprint":"0123456789abcdef0123456789abcdef"}]}')
 * assert.strictEqual(keys._tag === 'Right' && keys.right.length, 1)
 * assert.strictEqual(keysFromText('something else')._tag, 'Left')
 *
 * @category integrity
 * @since 0.1.0
 */
export function keysFromText(content: string, source = 'a text'): Either<ReadonlyArray<Problem>, ReadonlyArray<PublicKeyRecord>> {
  if (typeof content !== 'string') return wrong('text', kindOf(content))
  if (content.length > MAX_CHARACTERS) return wrong('at most 10 MiB', 'more')
  const trimmed = content.trim()
  const keys =
    trimmed.startsWith('{') || trimmed.startsWith('[')
      ? fromJson(trimmed, source)
      : trimmed.startsWith('-----BEGIN ')
        ? fromPem(trimmed, source)
        : fromLines(trimmed, source)
  if (typeof keys === 'string') return wrong('public keys: JSON of list-public-keys, PEM, or base64 DER', keys)
  return { _tag: 'Right', right: keys }
}

const wrong = (expected: string, received: string): Either<ReadonlyArray<Problem>, never> => ({
  _tag: 'Left',
  left: [{ code: 'KEY_FORMAT', expected, received }],
})

function fromJson(content: string, source: string): ReadonlyArray<PublicKeyRecord> | string {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'JSON that cannot be parsed'
  }
  const keys: Array<PublicKeyRecord> = []
  for (const list of Array.isArray(value) ? value : [value]) {
    const items: unknown = isObject(list) ? (list.PublicKeyList ?? list.keys ?? [list]) : undefined
    if (!Array.isArray(items)) return 'JSON without keys'
    for (const item of items) {
      const key = keyOf(item, source)
      if (key === undefined) return 'a key without its value'
      keys.push(key)
    }
  }
  return keys.length === 0 ? 'no key' : keys
}

function keyOf(item: unknown, source: string): PublicKeyRecord | undefined {
  if (!isObject(item)) return undefined
  const value = bytesOf(item.Value ?? item.value)
  if (value === undefined) return undefined
  const fingerprint = item.Fingerprint ?? item.fingerprint
  const from = dateOf(item.ValidityStartTime ?? item.from)
  const to = dateOf(item.ValidityEndTime ?? item.to)
  const { region } = item
  const own = item.source
  return {
    value,
    fingerprint: typeof fingerprint === 'string' ? fingerprint : toHex(md5(value)),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(typeof region === 'string' ? { region } : {}),
    source: typeof own === 'string' ? `${source}: ${own}` : source,
  }
}

/** A value as base64, or as the SDK prints bytes: a list of numbers, or an object with an index for each. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value === 'string') return fromBase64(value)
  const list = isObject(value) ? (Array.isArray(value.data) ? value.data : Object.values(value)) : value
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_DER) return undefined
  return list.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256) ? Uint8Array.from(list as Array<number>) : undefined
}

/** More than any RSA key of 16,384 bits has. */
const MAX_DER = 16_384

/** A time in ISO form, or in seconds since 1970. */
function dateOf(value: unknown): Date | undefined {
  const time = typeof value === 'number' ? new Date(1000 * value) : typeof value === 'string' ? new Date(value) : undefined
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

function fromBase64(content: string): Uint8Array | undefined {
  const digits = content.replace(/\s/g, '')
  if (digits.length === 0 || digits.length > 2 * MAX_DER || digits.length % 4 !== 0 || !BASE64.test(digits)) return undefined
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0))
}

const BEGIN = '-----BEGIN '
const NAMES: ReadonlyArray<string> = ['PUBLIC KEY-----', 'RSA PUBLIC KEY-----']

function fromPem(content: string, source: string): ReadonlyArray<PublicKeyRecord> | string {
  const keys: Array<PublicKeyRecord> = []
  for (const block of content.split(BEGIN).slice(1)) {
    const name = NAMES.find((one) => block.startsWith(one))
    if (name === undefined) return 'a PEM block that is not a public key'
    const value = fromBase64(block.slice(name.length, block.indexOf('-----END', name.length)))
    if (value === undefined) return 'a PEM block that is not base64'
    keys.push({ value, fingerprint: toHex(md5(value)), source })
  }
  return keys
}

function fromLines(content: string, source: string): ReadonlyArray<PublicKeyRecord> | string {
  const keys: Array<PublicKeyRecord> = []
  for (const line of content.split('\n')) {
    if (line.trim() === '') continue
    const value = fromBase64(line)
    if (value === undefined) return 'something else'
    keys.push({ value, fingerprint: toHex(md5(value)), source })
  }
  return keys.length === 0 ? 'nothing' : keys
}
