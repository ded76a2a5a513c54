/**
 * Inflates stored bytes: gzip (RFC 1952) member by member, and zstd where the platform has it; anything else is
 * returned unchanged. Reading stops when a limit is exceeded. Bytes after a member that are not another member are
 * reported, because they make a log file invalid for CloudTrail's digests.
 *
 * A member whose bytes are all at hand is inflated in one go, which is faster; a stream is inflated as its bytes
 * arrive, and so is a large file. In browsers, a member larger than `AT_ONCE` is the last one read:
 * `DecompressionStream` refuses bytes after its end without reporting where that end is.
 *
 * @module
 */
import { crc32, inflateRaw, openInflater, openZstd, TELLS_END } from '#gunzip'
import type { Inflater, Room } from './inflate.js'
import { isTooDense } from './inflate.js'
import { joinBytes, joinedView } from './join-bytes.js'
import { FREE_BYTES, type LogLimits } from './limits.js'
import { type LogIssue, tooDense, tooLarge } from './log-issue.js'
import type { StoredBytes } from './stored-bytes.js'
import { framePieces, isZstd, ZSTD_MAGIC } from './zstd.js'

const MAGIC = [0x1f, 0x8b] as const
const DEFLATE = 8
const HEADER = 10
export const TRAILER = 8

/** Names and comments in a header are short: a longer header is invalid. */
const LONGEST_HEADER = 1024 * 1024

/**
 * Stored files of at most this many bytes are inflated in one go if they are at hand; of a stream, as many bytes of a
 * member are kept.
 */
const AT_ONCE = 4 * 1024 * 1024

/** A stream that inflates to more than this is inflated in pieces, so that its memory does not grow with the file. */
const LARGEST_AT_ONCE = 48 * 1024 * 1024

/**
 * What is inflated at once is handed on in pieces of this size, which follow each other in memory. Whoever reads a
 * piece brings it into the cache of the processor, and the checksum is computed there afterwards.
 */
const CACHED = 512 * 1024

/** Deflate expands no further: a larger size is not one, because the file was cut or something follows it. */
const HIGHEST_RATIO = 1032

/** Whether the last bytes of a gzip file state a large size. It is a hint: the limits hold whatever it says. */
function isLarge(bytes: Uint8Array): boolean {
  const size = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true)
  return size > LARGEST_AT_ONCE && size <= HIGHEST_RATIO * bytes.length
}

/**
 * The stored bytes of a larger file that are inflated at once: the output is at most about a thousand times as large.
 */
const PIECE = 16 * 1024

/** Flags of the header: the optional parts between it and the deflate stream. */
const CHECKSUM = 2
const EXTRA = 4
const NAME = 8
const COMMENT = 16
const RESERVED = 0xe0

type Limits = Pick<Required<LogLimits>, 'maxBytes' | 'maxRatio'>
type Pieces<A = void> = AsyncGenerator<Uint8Array, A, undefined>

/** Whether a gzip member begins here, or the first byte of one and nothing else. */
export const isGzip = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === MAGIC[0] && (bytes[at + 1] === MAGIC[1] || at + 1 === bytes.length)

/** Yields a file in pieces: inflated if it is gzipped, else as stored. Adds what is wrong with the file to `issues`. */
export async function* textPieces(stored: StoredBytes, limits: Limits, issues: Array<LogIssue>): Pieces {
  await stored.fill(ZSTD_MAGIC)
  if (openZstd !== undefined && isZstd(stored.bytes)) {
    stored.format = 'ZSTD'
    yield* framePieces(stored, limits, issues, openZstd)
    return
  }
  if (!isGzip(stored.bytes, 0)) {
    yield* plain(stored, limits, issues)
    return
  }
  stored.format = 'GZIP'
  const content = { size: 0 }
  for (let isFirst = true; await stored.fill(1); isFirst = false) {
    await stored.fill(2)
    const at = stored.offset
    if (!isFirst) stored.secondMember ??= at
    if (!isGzip(stored.bytes, 0)) {
      const length = (await stored.skipAll()) - at
      issues.push({ code: 'TRAILING_BYTES', offset: at, length, expected: 'the end of the file', received: 'other bytes' })
      return
    }
    if (!(yield* member(stored, limits, issues, content, isFirst))) return
  }
}

/** Returns the inflated bytes of a whole file. */
export async function wholeText(
  stored: StoredBytes,
  limits: Limits,
): Promise<{ readonly bytes: Uint8Array; readonly issues: Array<LogIssue> }> {
  const issues: Array<LogIssue> = []
  const parts: Array<Uint8Array> = []
  let size = 0
  for await (const piece of textPieces(stored, limits, issues)) {
    const joined = joinedView(parts.at(-1), piece)
    if (joined === undefined) parts.push(piece)
    else parts[parts.length - 1] = joined
    size += piece.length
  }
  return { bytes: joinBytes(parts, size), issues }
}

async function* plain(stored: StoredBytes, { maxBytes }: Limits, issues: Array<LogIssue>): Pieces {
  for (let left = maxBytes; stored.bytes.length > 0; await stored.fill(1)) {
    const piece = stored.take(stored.bytes.length)
    yield piece.subarray(0, left)
    if (piece.length > left) {
      issues.push(tooLarge(maxBytes, maxBytes))
      return
    }
    left -= piece.length
  }
}

/** Inflates one member; returns whether more is to be read after it. */
async function* member(
  stored: StoredBytes,
  limits: Limits,
  issues: Array<LogIssue>,
  content: { size: number },
  isFirst: boolean,
): Pieces<boolean> {
  const body = await bodyOf(stored)
  if (body === undefined) {
    issues.push(corrupt(stored.offset, 'a gzip header'))
    return false
  }
  if (body >= stored.bytes.length) {
    issues.push(cut(stored.offset + stored.bytes.length))
    return false
  }
  stored.take(body)
  const room: Room = { capacity: limits.maxBytes - content.size, ratio: limits.maxRatio, free: Math.max(0, FREE_BYTES - content.size) }
  // A stream may pause: what came of it is inflated before more is awaited.
  if (stored.isAtHand) await stored.fill(AT_ONCE)
  const isSmall = stored.isEnd && (stored.isWhole || !isLarge(stored.bytes))
  const { end, size, read, sum } = isSmall ? yield* atOnce(stored, room, isFirst) : yield* inPieces(stored, room)
  content.size += Math.min(size, room.capacity)
  if (size > room.capacity) issues.push(tooLarge(stored.offset, limits.maxBytes))
  else if (end === 'full' || isTooDense(size, read, room)) issues.push(tooDense(stored.offset, limits.maxRatio))
  else if (end === 'corrupt') issues.push(corrupt(stored.offset, 'a deflate stream'))
  else if (end === 'missing' || !(await stored.fill(TRAILER))) issues.push(cut(stored.offset + stored.bytes.length))
  else {
    const { offset } = stored
    const { buffer, byteOffset } = stored.take(TRAILER)
    const trailer = new DataView(buffer, byteOffset, TRAILER)
    if (trailer.getUint32(0, true) !== sum) issues.push(corrupt(offset, 'the checksum of what was inflated'))
    else if (trailer.getUint32(4, true) !== size % 2 ** 32) issues.push(corrupt(offset + 4, 'the length of what was inflated'))
    return true
  }
  return false
}

/**
 * Returns where the deflate stream begins: after the last stored byte if the header is cut short, `undefined` if it is
 * not a header.
 */
async function bodyOf(stored: StoredBytes): Promise<number | undefined> {
  for (;;) {
    const body = bodyIn(stored.bytes)
    if (body === undefined || body > LONGEST_HEADER) return undefined
    if (body < stored.bytes.length || !(await stored.fill(stored.bytes.length + 1))) return body
  }
}

/**
 * Returns where the deflate stream begins: after the last of these bytes if the header is cut short, `undefined` if it
 * is not a header.
 */
export function bodyIn(bytes: Uint8Array): number | undefined {
  const flags = bytes[3] ?? 0
  if ((bytes[2] ?? DEFLATE) !== DEFLATE || (flags & RESERVED) !== 0) return undefined
  let body = HEADER
  if (flags & EXTRA) body += 2 + (bytes[body] ?? 0) + 256 * (bytes[body + 1] ?? 0)
  for (const string of [NAME, COMMENT]) {
    if ((flags & string) === 0) continue
    const zero = bytes.indexOf(0, body)
    body = zero < 0 ? Math.max(body, bytes.length) : zero + 1
  }
  return flags & CHECKSUM ? body + 2 : body
}

/** The result of inflating a member; `size` exceeds the capacity if the output was cut there. */
interface Member {
  readonly size: number
  readonly read: number
  readonly sum: number
  readonly end: 'reached' | 'missing' | 'corrupt' | 'full'
}

async function* atOnce(stored: StoredBytes, room: Room, isFirst: boolean): Pieces<Member> {
  // The size at the end of the file is that of the first member if there is only one.
  const { bytes: inflated, read, size, end } = await inflateRaw(stored.bytes, room, isFirst ? expectedSize(stored.bytes, room) : 0)
  stored.take(read)
  let sum = 0
  for (let from = 0; from < inflated.length; from += CACHED) {
    const piece = inflated.subarray(from, from + CACHED)
    yield piece
    if (end === 'reached') sum = crc32(piece, sum)
  }
  return { size, read, end, sum }
}

/** Returns the inflated size by the last four bytes of the file, or 0 if it exceeds the limits. */
function expectedSize(stream: Uint8Array, { capacity, ratio, free }: Room): number {
  if (stream.length < TRAILER) return 0
  const size = new DataView(stream.buffer, stream.byteOffset + stream.length - 4, 4).getUint32(0, true)
  return size <= Math.max(free, stream.length * ratio) && size <= capacity ? size : 0
}

async function* inPieces(stored: StoredBytes, room: Room): Pieces<Member> {
  const parts: Array<Uint8Array> = []
  const inflater = openInflater((part) => parts.push(part))
  const at = stored.offset
  const kept = new KeptBytes()
  let sum = 0
  let size = 0
  let end: Member['end'] | undefined
  try {
    while (end === undefined) {
      end = await feed(stored, inflater, kept)
      for (const part of parts.splice(0)) {
        const fitting = part.subarray(0, Math.max(0, room.capacity - size))
        size += part.length
        sum = crc32(fitting, sum)
        yield fitting
        if (size > room.capacity || (end !== 'reached' && isTooDense(size, stored.offset - at, room))) {
          end = 'full'
          break
        }
      }
    }
  } finally {
    inflater.abort()
  }
  // Some platforms ignore bytes after the end: then the trailer is not where it is expected.
  const isUncertain = end === 'reached' ? !TELLS_END && !hasTrailer(stored.bytes, sum, size) : end !== 'full'
  if (isUncertain && kept.isWhole && size <= LARGEST_AT_ONCE) return yield* again(stored, room, kept, size)
  return { size, read: stored.offset - at, sum, end }
}

/** Whether bytes begin with this checksum and length. */
function hasTrailer(bytes: Uint8Array, sum: number, size: number): boolean {
  if (bytes.length < TRAILER) return false
  const trailer = new DataView(bytes.buffer, bytes.byteOffset, TRAILER)
  return trailer.getUint32(0, true) === sum && trailer.getUint32(4, true) === size % 2 ** 32
}

/**
 * Inflates a member once more, in one go: that also finds the last bytes before damage, or where the member ends.
 * Yields what follows the first `given`.
 */
async function* again(stored: StoredBytes, room: Room, kept: KeptBytes, given: number): Pieces<Member> {
  await stored.fill(AT_ONCE - kept.size)
  stored.putBack(kept.bytes)
  const { bytes, read, size, end } = await inflateRaw(stored.bytes, room, 0)
  stored.take(read)
  if (bytes.length > given) yield bytes.subarray(given)
  return { size, read, end, sum: end === 'reached' ? crc32(bytes) : 0 }
}

/** The stored bytes of a member that were inflated, up to a size. */
class KeptBytes {
  size = 0
  private parts: Array<Uint8Array> = []

  /** Whether they are all that was inflated. */
  get isWhole(): boolean {
    return this.size <= AT_ONCE
  }

  get bytes(): Uint8Array {
    return joinBytes(this.parts, this.size)
  }

  add(bytes: Uint8Array): void {
    this.size += bytes.length
    // A source may use its pieces again.
    if (this.isWhole) this.parts.push(bytes.slice())
    else this.parts = []
  }
}

/** Feeds a piece of the stream; returns how it ended, if it did. */
async function feed(stored: StoredBytes, inflater: Inflater, kept: KeptBytes): Promise<Member['end'] | undefined> {
  // If the platform refuses bytes after the end, the last ones are kept back: the trailer is expected there.
  const last = TELLS_END ? 0 : TRAILER
  await stored.fill(last + 1)
  const length = Math.min(PIECE, stored.bytes.length - last)
  if (length <= 0) {
    const isWhole = await inflater.close()
    return isWhole && !TELLS_END ? 'reached' : 'missing'
  }
  const piece = stored.bytes.subarray(0, length)
  const taken = await inflater.write(piece)
  if (taken === undefined) return 'corrupt'
  kept.add(stored.take(taken))
  return taken < length ? 'reached' : undefined
}

const cut = (offset: number): LogIssue => ({
  code: 'CUT_GZIP',
  offset,
  expected: 'the rest of a gzip member',
  received: 'the end of the file',
})

const corrupt = (offset: number, expected: string): LogIssue => ({ code: 'CORRUPT_GZIP', offset, expected, received: 'something else' })
