/**
 * gzip (RFC 1952): members one behind the other, each with a header, a deflate stream, a checksum and a length. All are read; that there is more
 * than one, or something behind them, is reported, because it makes a log file invalid for CloudTrail's digests.
 *
 * @module
 */
import { crc32, inflateRaw } from '#gunzip'
import { isTooDense, joined, type Room } from './inflate.js'
import { FREE_BYTES, type LogLimits } from './limits.js'
import type { LogIssue } from './log-issue.js'

/** The text of a file, as far as it could be had. */
export interface FileText {
  readonly text: Uint8Array
  readonly issues: ReadonlyArray<LogIssue>
}

const MAGIC = [0x1f, 0x8b] as const
const DEFLATE = 8
const HEADER = 10
export const TRAILER = 8

/** Flags of the header: what stands between it and the deflate stream. */
const CHECKSUM = 2
const EXTRA = 4
const NAME = 8
const COMMENT = 16
const RESERVED = 0xe0

/** Whether a gzip member begins here, or the first byte of one and nothing else. */
export const isGzip = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === MAGIC[0] && (bytes[at + 1] === MAGIC[1] || at + 1 === bytes.length)

/** The text of a file: inflated where it is gzipped, else the bytes themselves. */
export async function textOfFile(bytes: Uint8Array, limits: Required<LogLimits>): Promise<FileText> {
  if (isGzip(bytes, 0)) return inflatedText(bytes, limits)
  if (bytes.length <= limits.maxBytes) return { text: bytes, issues: [] }
  return { text: bytes.subarray(0, limits.maxBytes), issues: [tooLarge(limits.maxBytes, limits.maxBytes)] }
}

async function inflatedText(bytes: Uint8Array, limits: Required<LogLimits>): Promise<FileText> {
  const parts: Array<Uint8Array> = []
  const issues: Array<LogIssue> = []
  let size = 0
  for (let at = 0; at < bytes.length; ) {
    const isMember = isGzip(bytes, at)
    if (parts.length === 1 || !isMember) issues.push(trailing(at, bytes.length, isMember ? 'another gzip member' : 'other bytes'))
    if (!isMember) break
    const member = await readMember(bytes, at, size, limits)
    parts.push(member.text)
    size += member.text.length
    if (member.issue !== undefined) issues.push(member.issue)
    if (member.end === undefined) break
    at = member.end
  }
  return { text: joined(parts, size), issues }
}

interface Member {
  readonly text: Uint8Array
  /** Where it ends, unless nobody can tell, or nothing more is to be read. */
  readonly end?: number
  readonly issue?: LogIssue
}

/** Reads the member at `at`, in front of which `before` bytes of text were found. */
async function readMember(bytes: Uint8Array, at: number, before: number, limits: Required<LogLimits>): Promise<Member> {
  const body = bodyOf(bytes, at)
  if (body === 'corrupt') return { text: NOTHING, issue: corrupt(at, 'a gzip header') }
  if (body >= bytes.length) return { text: NOTHING, issue: cut(bytes.length) }

  const room: Room = { capacity: limits.maxBytes - before, ratio: limits.maxRatio, free: Math.max(0, FREE_BYTES - before) }
  const stream = bytes.subarray(body)
  // What the last member says of its size may hold of the first one, if there is but one.
  const inflated = await inflateRaw(stream, room, at === 0 ? expectedSize(stream, room) : 0)
  const { text, read, size } = inflated
  const end = body + read
  if (size > room.capacity) return { text, issue: tooLarge(end, limits.maxBytes) }
  if (inflated.end === 'full' || isTooDense(size, read, room)) return { text, issue: tooDense(end, limits.maxRatio) }
  if (inflated.end === 'corrupt') return { text, issue: corrupt(end, 'a deflate stream') }
  if (inflated.end === 'missing' || end + TRAILER > bytes.length) return { text, issue: cut(bytes.length) }
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + end, TRAILER)
  const next = end + TRAILER
  if (trailer.getUint32(0, true) !== crc32(text)) return { text, end: next, issue: corrupt(end, 'the checksum of what was inflated') }
  if (trailer.getUint32(4, true) !== text.length % 2 ** 32)
    return { text, end: next, issue: corrupt(end + 4, 'the length of what was inflated') }
  return { text, end: next }
}

/** How large the text will be, by the last four bytes of the file: believed only as far as the limits go. */
function expectedSize(stream: Uint8Array, { capacity, ratio, free }: Room): number {
  if (stream.length < TRAILER) return 0
  const size = new DataView(stream.buffer, stream.byteOffset + stream.length - 4, 4).getUint32(0, true)
  return size <= Math.max(free, stream.length * ratio) && size <= capacity ? size : 0
}

/** Where the deflate stream of the member at `at` begins; behind the last byte if the header is cut. */
export function bodyOf(bytes: Uint8Array, at: number): number | 'corrupt' {
  const flags = bytes[at + 3] ?? 0
  if ((bytes[at + 2] ?? DEFLATE) !== DEFLATE || (flags & RESERVED) !== 0) return 'corrupt'
  let body = at + HEADER
  if (flags & EXTRA) body += 2 + (bytes[body] ?? 0) + 256 * (bytes[body + 1] ?? 0)
  for (const text of [NAME, COMMENT]) {
    if ((flags & text) === 0) continue
    const zero = bytes.indexOf(0, body)
    body = zero < 0 ? bytes.length : zero + 1
  }
  return flags & CHECKSUM ? body + 2 : body
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0)

export const cut = (offset: number): LogIssue => ({
  code: 'CUT_GZIP',
  offset,
  expected: 'the rest of a gzip member',
  received: 'the end of the file',
})

export const corrupt = (offset: number, expected: string): LogIssue => ({
  code: 'CORRUPT_GZIP',
  offset,
  expected,
  received: 'something else',
})

export const trailing = (offset: number, end: number, received: string): LogIssue => ({
  code: 'TRAILING_BYTES',
  offset,
  length: end - offset,
  expected: 'the end of the file',
  received,
})

export const tooLarge = (offset: number, limit: number): LogIssue => ({
  code: 'TOO_LARGE',
  offset,
  expected: `at most ${limit} bytes of text`,
  received: 'more',
})

export const tooDense = (offset: number, limit: number): LogIssue => ({
  code: 'TOO_HIGH_RATIO',
  offset,
  expected: `at most ${limit} bytes of text for each stored byte`,
  received: 'more',
})
