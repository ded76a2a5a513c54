/**
 * Inflates zstd (RFC 8878) frame by frame, where the platform does: Node from 22.15 and 23.8 on. Frames and blocks are
 * followed here, because versions of Node differ in what they do at the end of a frame: a cut file, several frames and
 * bytes after them give the same in all of them.
 *
 * A block inflates to at most 128 KiB, so that what comes out of a piece is bounded, and everything before damage is
 * kept but for the blocks of one piece.
 *
 * @module
 */
import { isTooDense, type OpenInflater, type Room } from './inflate.js'
import { FREE_BYTES, type LogLimits } from './limits.js'
import { type LogIssue, tooDense, tooLarge } from './log-issue.js'
import type { StoredBytes } from './stored-bytes.js'

const FRAME = 0xfd2fb528

/** Frames of other data begin with one of sixteen numbers. */
const SKIPPABLE = 0x184d2a50
const SKIPPABLES = 16
const SKIPPABLE_HEADER = 8

/** The length of the numbers that frames begin with. */
export const ZSTD_MAGIC = 4

/** The bits of a frame header: the optional parts between it and the first block, and the checksum after the last. */
const SINGLE_SEGMENT = 0x20
const CHECKSUM = 0x04
const DICTIONARY_ID = 0x03

/** The length of optional parts, by two bits of the frame header. */
const DICTIONARY_LENGTHS = [0, 1, 2, 4]
const SIZE_LENGTHS = [0, 2, 4, 8]

const BLOCK_HEADER = 3
const REPEATED_BYTE = 1
const CHECKSUM_LENGTH = 4

/** Blocks are fed together until they have so many stored bytes. Most have more, and are fed alone. */
const PIECE = 512

/** Reads a number of at most four bytes. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0
  for (let i = length - 1; i >= 0; i--) number = number * 256 + (bytes[at + i] ?? 0)
  return number
}

/** Whether a zstd frame begins here. */
export const isZstd = (bytes: Uint8Array): boolean => bytes.length >= ZSTD_MAGIC && numberAt(bytes, 0, ZSTD_MAGIC) === FRAME

/** Whether a frame of other data begins here. */
const isSkippable = (bytes: Uint8Array): boolean =>
  bytes.length >= ZSTD_MAGIC && numberAt(bytes, 0, ZSTD_MAGIC) - SKIPPABLE >= 0 && numberAt(bytes, 0, ZSTD_MAGIC) - SKIPPABLE < SKIPPABLES

type Limits = Pick<Required<LogLimits>, 'maxBytes' | 'maxRatio'>
type Pieces<A = void> = AsyncGenerator<Uint8Array, A, undefined>

/** Yields what frames hold, in pieces. Adds what is wrong with the file to `issues`. */
export async function* framePieces(stored: StoredBytes, limits: Limits, issues: Array<LogIssue>, open: OpenInflater): Pieces {
  const parts: Array<Uint8Array> = []
  // One stream inflates all frames, because opening one takes time.
  const inflater = open((part) => parts.push(part))
  const inflate: Inflate = async (bytes) => ({ taken: bytes.length === 0 ? 0 : await inflater.write(bytes), parts: parts.splice(0) })
  let size = 0
  try {
    while (await stored.fill(1)) {
      await stored.fill(ZSTD_MAGIC)
      const at = stored.offset
      if (isZstd(stored.bytes)) {
        const inflated = yield* frame(stored, roomAfter(size, limits), inflate)
        size += inflated.size
        if (inflated.issue === undefined) continue
        issues.push(inflated.issue === 'TOO_LARGE' ? tooLarge(stored.offset, limits.maxBytes) : inflated.issue)
        return
      }
      if (!isSkippable(stored.bytes)) {
        const length = (await stored.skipAll()) - at
        issues.push({ code: 'TRAILING_BYTES', offset: at, length, expected: 'the end of the file', received: 'other bytes' })
        return
      }
      if (!(await skipFrame(stored))) issues.push(cut(stored.offset))
    }
  } finally {
    inflater.abort()
  }
}

type Inflate = (bytes: Uint8Array) => Promise<{ readonly taken: number | undefined; readonly parts: ReadonlyArray<Uint8Array> }>

/** How much a frame may inflate to after so many bytes. */
const roomAfter = (size: number, { maxBytes, maxRatio }: Limits): Room => ({
  capacity: maxBytes - size,
  ratio: maxRatio,
  free: Math.max(0, FREE_BYTES - size),
})

/** Skips a frame that holds other data. Returns whether it is whole. */
async function skipFrame(stored: StoredBytes): Promise<boolean> {
  await stored.fill(SKIPPABLE_HEADER)
  let left = numberAt(stored.bytes, ZSTD_MAGIC, ZSTD_MAGIC) + SKIPPABLE_HEADER
  while (left > 0 && (await stored.fill(1))) left -= stored.take(Math.min(left, stored.bytes.length)).length
  return left === 0
}

/** Inflates one frame. Returns its size, and what is wrong with it. */
async function* frame(
  stored: StoredBytes,
  room: Room,
  inflate: Inflate,
): Pieces<{ readonly size: number; readonly issue?: LogIssue | 'TOO_LARGE' }> {
  const from = stored.offset
  let size = 0
  for (let next = await firstPiece(stored); ; next = await pieceAfter(next, stored)) {
    const { offset } = stored
    const piece = stored.take(Math.min(next.length, stored.bytes.length))
    const { taken, parts } = await inflate(piece)
    for (const part of parts) {
      yield part.subarray(0, Math.max(0, room.capacity - size))
      size += part.length
    }
    if (size > room.capacity) return { size, issue: 'TOO_LARGE' }
    if (isTooDense(size, stored.offset - from, room)) return { size, issue: tooDense(stored.offset, room.ratio) }
    if (taken !== piece.length) return { size, issue: corrupt(offset) }
    if (piece.length < next.length) return { size, issue: cut(stored.offset) }
    if (next.after === 'END') return { size }
  }
}

/** Stored bytes to be fed at once: fewer are there if the file is cut. */
interface Piece {
  readonly length: number
  readonly after: 'BLOCKS' | 'CHECKSUM' | 'END'
  readonly hasChecksum: boolean
}

/** Returns the first piece of a frame: its header and the first blocks. */
async function firstPiece(stored: StoredBytes): Promise<Piece> {
  await stored.fill(ZSTD_MAGIC + 1)
  const flags = stored.bytes[ZSTD_MAGIC] ?? 0
  const isSingle = (flags & SINGLE_SEGMENT) !== 0
  const sizeLength = SIZE_LENGTHS[flags >> 6] ?? 0
  const dictionaryLength = DICTIONARY_LENGTHS[flags & DICTIONARY_ID] ?? 0
  const length = ZSTD_MAGIC + 1 + (isSingle ? 0 : 1) + dictionaryLength + (isSingle ? Math.max(1, sizeLength) : sizeLength)
  return blocksFrom(stored, length, (flags & CHECKSUM) !== 0)
}

/** Returns the next piece of a frame. The checksum is one: if it is wrong, what precedes it is kept. */
async function pieceAfter({ after, hasChecksum }: Piece, stored: StoredBytes): Promise<Piece> {
  if (after === 'BLOCKS') return blocksFrom(stored, 0, hasChecksum)
  await stored.fill(CHECKSUM_LENGTH)
  return { length: CHECKSUM_LENGTH, after: 'END', hasChecksum }
}

/** Returns the piece with the blocks that begin at `from`, and with what precedes them. */
async function blocksFrom(stored: StoredBytes, from: number, hasChecksum: boolean): Promise<Piece> {
  let length = from
  let isLast = false
  do {
    const at = length
    length += BLOCK_HEADER
    if (!(await stored.fill(length))) break
    const header = numberAt(stored.bytes, at, BLOCK_HEADER)
    isLast = (header & 1) === 1
    length += ((header >> 1) & 3) === REPEATED_BYTE ? 1 : header >> 3
  } while (!isLast && length < PIECE)
  await stored.fill(length)
  return { length, after: !isLast ? 'BLOCKS' : hasChecksum ? 'CHECKSUM' : 'END', hasChecksum }
}

const corrupt = (offset: number): LogIssue => ({ code: 'CORRUPT_ZSTD', offset, expected: 'a zstd frame', received: 'something else' })

const cut = (offset: number): LogIssue => ({
  code: 'CUT_ZSTD',
  offset,
  expected: 'the rest of a zstd frame',
  received: 'the end of the file',
})
