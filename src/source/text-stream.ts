/**
 * The text of a file piece by piece, inflated where it is gzipped. Limits are counted on the way, and reading stops where one is passed.
 *
 * In Node all members of a gzipped file are read. In browsers the first one is: `DecompressionStream` refuses what is behind its end without telling where that is,
 * and finding it takes all bytes, which `decodeLog` has and a stream has not. What is behind is `CORRUPT_GZIP` there, and the last text in front of it may be lost.
 *
 * @module
 */
import { crc32, openInflater, TELLS_END } from '#gunzip'
import { bodyOf, corrupt, cut, isGzip, TRAILER, tooDense, tooLarge, trailing } from './gzip.js'
import type { Inflater } from './inflate.js'
import { FREE_BYTES, type LogLimits } from './limits.js'
import type { LogIssue } from './log-issue.js'

/** So much is inflated at once: what comes out of it is at most a thousand times as much. */
const PIECE = 8192

/** A longer header of a gzip member is none: names and comments are short. */
const LONGEST_HEADER = 128 * 1024

/** The text of stored pieces, in pieces. */
export async function* textPieces(
  stored: AsyncIterator<Uint8Array, void, undefined>,
  limits: Required<LogLimits>,
  issues: Array<LogIssue>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const input = new Input(stored)
  await input.fill(2)
  if (isGzip(input.bytes, 0)) yield* inflated(input, limits, issues)
  else yield* plain(input, limits, issues)
}

async function* plain(
  input: Input,
  { maxBytes }: Required<LogLimits>,
  issues: Array<LogIssue>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = maxBytes
  for (; input.bytes.length > 0; await input.fill(1)) {
    const piece = input.take(input.bytes.length)
    yield piece.subarray(0, left)
    if (piece.length > left) {
      issues.push(tooLarge(maxBytes, maxBytes))
      return
    }
    left -= piece.length
  }
}

async function* inflated(input: Input, limits: Required<LogLimits>, issues: Array<LogIssue>): AsyncGenerator<Uint8Array, void, undefined> {
  const count = { text: 0 }
  for (let members = 0; await input.fill(1); members++) {
    await input.fill(2)
    const at = input.offset
    const isMember = isGzip(input.bytes, 0)
    if (members === 1 || !isMember) {
      const issue = trailing(at, at, isMember ? 'another gzip member' : 'other bytes')
      issues.push(issue)
      // How long it is can be told when it was read.
      if (!isMember) {
        issues[issues.length - 1] = { ...issue, length: (await input.skipAll()) - at }
        return
      }
    }
    if (!(yield* member(input, limits, issues, count))) break
  }
  // The length of what stands behind the first member.
  const place = issues.findIndex(({ code }) => code === 'TRAILING_BYTES')
  const issue = issues[place]
  if (issue !== undefined) issues[place] = { ...issue, length: input.offset + input.bytes.length - (issue.offset ?? 0) }
}

/** Inflates one member; false where nothing more is to be read. */
async function* member(
  input: Input,
  { maxBytes, maxRatio }: Required<LogLimits>,
  issues: Array<LogIssue>,
  count: { text: number },
): AsyncGenerator<Uint8Array, boolean, undefined> {
  const at = input.offset
  let body = bodyOf(input.bytes, 0)
  while (body !== 'corrupt' && body >= input.bytes.length && input.bytes.length < LONGEST_HEADER) {
    if (!(await input.fill(input.bytes.length + 1))) break
    body = bodyOf(input.bytes, 0)
  }
  if (body === 'corrupt' || (body >= input.bytes.length && input.bytes.length >= LONGEST_HEADER)) {
    issues.push(corrupt(at, 'a gzip header'))
    return false
  }
  if (body >= input.bytes.length) {
    issues.push(cut(input.offset + input.bytes.length))
    return false
  }
  input.take(body)
  const free = Math.max(0, FREE_BYTES - count.text)
  const parts: Array<Uint8Array> = []
  const inflater = openInflater((part) => parts.push(part))
  let sum = 0
  let size = 0
  let read = 0
  let end: 'reached' | 'missing' | 'corrupt' | 'large' | 'dense' | undefined
  try {
    while (end === undefined) {
      end = await feed(input, inflater)
      read = input.offset - at - body
      for (const part of parts.splice(0)) {
        const fitting = part.subarray(0, maxBytes - count.text)
        if (end !== 'reached' && size + part.length > free && size + part.length > maxRatio * read) end = 'dense'
        if (fitting.length < part.length) end = 'large'
        sum = crc32(fitting, sum)
        size += fitting.length
        count.text += fitting.length
        yield fitting
        if (end === 'large' || end === 'dense') break
      }
    }
  } finally {
    inflater.abort()
  }
  if (end === 'reached' && size > free && size > maxRatio * read) end = 'dense'
  if (end === 'large') issues.push(tooLarge(input.offset, maxBytes))
  if (end === 'dense') issues.push(tooDense(input.offset, maxRatio))
  if (end === 'corrupt') issues.push(corrupt(input.offset, 'a deflate stream'))
  if (end === 'missing') issues.push(cut(input.offset + input.bytes.length))
  if (end !== 'reached') return false
  return checkTrailer(input, issues, sum, size)
}

/** Feeds a piece of the stream; answers how it ended, if it did. */
async function feed(input: Input, inflater: Inflater): Promise<'reached' | 'missing' | 'corrupt' | undefined> {
  // Where the platform refuses what is behind the end, the last bytes are left out: the trailer is expected there.
  const kept = TELLS_END ? 0 : TRAILER
  await input.fill(kept + 1)
  const length = Math.min(PIECE, input.bytes.length - kept)
  if (length <= 0) {
    const isWhole = await inflater.close()
    return isWhole && !TELLS_END ? 'reached' : 'missing'
  }
  const piece = input.bytes.subarray(0, length)
  const taken = await inflater.write(piece)
  if (taken === undefined) return 'corrupt'
  input.take(taken)
  return taken < length ? 'reached' : undefined
}

async function checkTrailer(input: Input, issues: Array<LogIssue>, sum: number, size: number): Promise<boolean> {
  const end = input.offset
  if (!(await input.fill(TRAILER))) {
    issues.push(cut(end + input.bytes.length))
    return false
  }
  const bytes = input.take(TRAILER)
  const trailer = new DataView(bytes.buffer, bytes.byteOffset, TRAILER)
  if (trailer.getUint32(0, true) !== sum) issues.push(corrupt(end, 'the checksum of what was inflated'))
  else if (trailer.getUint32(4, true) !== size % 2 ** 32) issues.push(corrupt(end + 4, 'the length of what was inflated'))
  return true
}

/** Stored bytes that are still to be read. */
class Input {
  bytes: Uint8Array = new Uint8Array(0)
  /** Where the first of them stands in the file. */
  offset = 0

  constructor(private readonly pieces: AsyncIterator<Uint8Array, void, undefined>) {}

  /** Waits for so many bytes; false where there are none so many. */
  async fill(length: number): Promise<boolean> {
    while (this.bytes.length < length) {
      const next = await this.pieces.next()
      if (next.done === true) return false
      this.bytes = this.bytes.length === 0 ? next.value : joinedTwo(this.bytes, next.value)
    }
    return true
  }

  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(0, length)
    this.bytes = this.bytes.subarray(length)
    this.offset += length
    return taken
  }

  /** Reads on to the end without keeping anything; answers where that is. */
  async skipAll(): Promise<number> {
    do this.take(this.bytes.length)
    while (await this.fill(1))
    return this.offset
  }
}

function joinedTwo(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
