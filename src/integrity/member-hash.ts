/**
 * The hash of what a stored file holds: the file has to be exactly one gzip member. Small files are inflated at once,
 * larger ones piece by piece, so that memory does not grow with what a hostile file inflates to.
 *
 * @module
 */
import { sha256, sha256Of } from '#crypto'
import { crc32, openInflater, TELLS_END } from '#gunzip'
import type { EvidenceBytes } from '../source/evidence.js'
import { bodyIn, isGzip, TRAILER, wholeText } from '../source/gzip.js'
import { joinBytes } from '../source/join-bytes.js'
import { FREE_BYTES, type LogLimits } from '../source/limits.js'
import type { LogIssue } from '../source/log-issue.js'
import { StoredBytes } from '../source/stored-bytes.js'
import { toHex } from './hex.js'

/** What was found in a file. */
export interface MemberHash {
  /** The hash of the inflated bytes in hexadecimal digits; missing where they could not be had. */
  readonly hash?: string
  /** The inflated bytes, where they were to be kept. */
  readonly bytes?: Uint8Array
  /** How many bytes are stored, as far as they were read. */
  readonly stored: number
  /** Why the file is not one gzip member within the limits. */
  readonly fault?: MemberFault
}

/** What is there in place of one gzip member. */
export interface MemberFault {
  readonly kind: 'FORM' | 'SIZE' | 'STORE'
  readonly received: string
}

/** Files of this size and less are inflated at once, if they say that no more than `SMALL_INFLATED` comes out. */
const SMALL_STORED = 1024 * 1024
const SMALL_INFLATED = 8 * 1024 * 1024

/** More than a file has that is within its limits: what cannot be compressed grows by less than a thousandth. */
export const storedLimit = ({ maxBytes }: Required<LogLimits>): number => Math.ceil(1.001 * maxBytes) + 1024

/** Reads a file and hashes what it holds. Rejects with the signal's reason alone. */
export async function memberHash(
  file: EvidenceBytes,
  limits: Required<LogLimits>,
  keep: boolean,
  signal: AbortSignal | undefined,
): Promise<MemberHash> {
  const pieces = file.pieces[Symbol.asyncIterator]()
  const held: Array<Uint8Array> = []
  let stored = 0
  let isAll = false
  try {
    while (stored <= SMALL_STORED || !TELLS_END) {
      const next = await pieces.next()
      if (next.done === true) {
        isAll = true
        break
      }
      held.push(next.value)
      stored += next.value.length
      if (stored >= storedLimit(limits)) return { stored, fault: { kind: 'SIZE', received: 'more bytes than the limit' } }
    }
    const first = joinBytes(held, stored)
    if (stored === 0) return { stored, fault: form('an empty file') }
    if (!isGzip(first, 0) || stored < 2) return { stored, fault: form('bytes that are not gzip') }
    if (isAll && (!TELLS_END || inflatedSize(first) <= SMALL_INFLATED)) {
      const small = await hashAtOnce(first, TELLS_END ? Math.min(limits.maxBytes, SMALL_INFLATED) : limits.maxBytes, limits, keep)
      if (small !== undefined) return { stored, ...small }
    }
    return await hashInPieces(first, isAll ? undefined : pieces, limits, keep)
  } catch (error) {
    signal?.throwIfAborted()
    return { stored, fault: { kind: 'STORE', received: wordOf(error) } }
  } finally {
    await pieces.return?.().catch(() => undefined)
  }
}

/** Inflates a whole file in memory; `undefined` where it holds more than it says. */
async function hashAtOnce(
  stored: Uint8Array,
  maxBytes: number,
  limits: Required<LogLimits>,
  keep: boolean,
): Promise<Omit<MemberHash, 'stored'> | undefined> {
  const source = new StoredBytes(stored)
  const { bytes: inflated, issues } = await wholeText(source, { ...limits, maxBytes })
  const [issue] = source.secondMember === undefined || issues.length > 0 ? issues : [ANOTHER_MEMBER]
  if (issue?.code === 'TOO_LARGE' && maxBytes < limits.maxBytes) return undefined
  if (issue !== undefined && issue.code !== 'TRAILING_BYTES') return { fault: faultOf(issue) }
  return {
    hash: await sha256Of(inflated),
    ...(keep ? { bytes: inflated } : {}),
    ...(issue === undefined ? {} : { fault: faultOf(issue) }),
  }
}

const ANOTHER_MEMBER: LogIssue = { code: 'TRAILING_BYTES', expected: 'the end of the file', received: 'another gzip member' }

const faultOf = ({ code, received }: LogIssue): MemberFault => {
  switch (code) {
    case 'TRAILING_BYTES':
      return form(`${received} after the first member`)
    case 'CUT_GZIP':
      return form('a cut gzip member')
    case 'TOO_LARGE':
      return { kind: 'SIZE', received: 'more bytes than the limit' }
    case 'TOO_HIGH_RATIO':
      return { kind: 'SIZE', received: 'more bytes for each stored byte than the limit' }
    default:
      return form('a damaged gzip member')
  }
}

const form = (received: string): MemberFault => ({ kind: 'FORM', received })

/** Inflates a file while it comes. */
async function hashInPieces(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array> | undefined,
  limits: Required<LogLimits>,
  keep: boolean,
): Promise<MemberHash> {
  const hash = sha256()
  const kept: Array<Uint8Array> = []
  let size = 0
  let checksum = 0
  const inflater = openInflater((bytes) => {
    size += bytes.length
    if (size > limits.maxBytes) return
    checksum = crc32(bytes, checksum)
    hash.update(bytes)
    if (keep) kept.push(bytes)
  })
  let stored = first.length
  const body = bodyIn(first)
  if (body === undefined) return abort(inflater, stored, form('a damaged gzip member'))
  if (body >= first.length) return abort(inflater, stored, form('a cut gzip member'))

  let fed = 0
  let after: Uint8Array | undefined
  for (let piece: Uint8Array | undefined = first.subarray(body); piece !== undefined && after === undefined; ) {
    // In small steps: what comes out of a step is not bounded by anything else.
    for (let at = 0; at < piece.length && after === undefined; at += STEP) {
      const step = piece.subarray(at, at + STEP)
      const taken = await inflater.write(step)
      if (taken === undefined) return abort(inflater, stored, form('a damaged gzip member'))
      fed += taken
      if (size > limits.maxBytes) return abort(inflater, stored, { kind: 'SIZE', received: 'more bytes than the limit' })
      if (size > FREE_BYTES && size > limits.maxRatio * fed) {
        return abort(inflater, stored, { kind: 'SIZE', received: 'more bytes for each stored byte than the limit' })
      }
      if (taken < step.length) after = piece.subarray(at + taken)
    }
    if (after !== undefined) break
    const next = await rest?.next()
    piece = next === undefined || next.done === true ? undefined : next.value
    stored += piece?.length ?? 0
    if (stored >= storedLimit(limits)) return abort(inflater, stored, { kind: 'SIZE', received: 'more bytes than the limit' })
  }
  if (after === undefined) return abort(inflater, stored, form('a cut gzip member'))
  inflater.abort()
  let trailer = after
  while (trailer.length <= TRAILER) {
    const next = await rest?.next()
    if (next === undefined || next.done === true) break
    stored += next.value.length
    trailer = joinBytes([trailer, next.value], trailer.length + next.value.length)
  }
  if (trailer.length < TRAILER) return { stored, fault: form('a cut gzip member') }
  const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER)
  if (view.getUint32(0, true) !== checksum || view.getUint32(4, true) !== size % 2 ** 32)
    return { stored, fault: form('a damaged gzip member') }
  const result = { stored, hash: toHex(await hash.digest()), ...(keep ? { bytes: joinBytes(kept, size) } : {}) }
  if (trailer.length === TRAILER) return result
  const what = isGzip(trailer, TRAILER) ? 'another gzip member' : 'other bytes'
  return { ...result, fault: form(`${what} after the first member`) }
}

/** So many stored bytes inflate to 16 MiB at most. */
const STEP = 16 * 1024

function abort(inflater: { readonly abort: () => void }, stored: number, fault: MemberFault): MemberHash {
  inflater.abort()
  return { stored, fault }
}

/** How many bytes come out, by what the file says itself. */
const inflatedSize = (stored: Uint8Array): number =>
  stored.length < 4 ? 0 : new DataView(stored.buffer, stored.byteOffset + stored.length - 4, 4).getUint32(0, true)

const WORD = /^[A-Za-z][A-Za-z0-9_.]{0,63}$/

/** Returns the word for an error that a store's bytes ended with: a code such as `ECONNRESET`, or a name. */
export function wordOf(error: unknown): string {
  const { code, name } = typeof error === 'object' && error !== null ? (error as { code?: unknown; name?: unknown }) : {}
  const words = name === undefined || name === 'Error' || name === 'TypeError' ? [code, name] : [name, code]
  return words.find((word): word is string => typeof word === 'string' && WORD.test(word)) ?? 'an unknown error'
}
