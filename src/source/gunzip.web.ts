/**
 * Inflates with the platform's `DecompressionStream`, which does not report where a stream ends: bytes after it are an
 * error on some platforms and ignored on others. If the end is not where it is expected, it is found by the checksum
 * and the length that follow it.
 *
 * Limitation: if a member other than the last has a wrong checksum or length, the members after it may not be read.
 *
 * @module
 */
import { crc32Of } from './crc32.js'
import { attempt, type Inflated, type OpenInflater, type Room } from './inflate.js'

/** A member's checksum and length. */
const TRAILER = 8

/** How many candidates are tried: bytes of the stream may look like its trailer. */
const MOST_TRIES = 4

/** For data that has already been inflated within its limits. */
const NO_LIMIT: Room = { capacity: Number.POSITIVE_INFINITY, ratio: Number.POSITIVE_INFINITY, free: 0 }

/** Whether a stream reports where it ends among the bytes it is fed; else it refuses the bytes after its end. */
export const TELLS_END: boolean = false

/** The checksum of gzip. */
export const crc32 = crc32Of

/** Inflates the raw deflate stream that `bytes` begin with. */
export async function inflateRaw(bytes: Uint8Array, room: Room): Promise<Inflated> {
  const body = Math.max(0, bytes.length - TRAILER)
  const likely = await attempt(openInflater, bytes.subarray(0, body), room)
  const run = likely.end === 'unwhole' || likely.end === 'refused' ? await attempt(openInflater, bytes, room) : likely
  if (run.end === 'full') return { ...run, end: 'full' }
  const isWhole = likely.end === 'whole'
  const end = await endBefore(bytes, trailerOf(run.bytes), isWhole ? body : -1)
  if (end !== undefined) return { ...run, read: end, end: 'reached' }
  // Checksum and length were not found: they are wrong or missing, or the stream itself is corrupt.
  if (isWhole) return { ...run, read: body, end: 'reached' }
  if (run.end !== 'refused') return { ...run, end: 'missing' }
  return { ...run, end: (await isWholeAt(bytes, run.read)) ? 'reached' : 'corrupt' }
}

/** Returns checksum and length of inflated bytes, as they follow their stream. */
function trailerOf(inflated: Uint8Array): Uint8Array {
  const trailer = new DataView(new ArrayBuffer(TRAILER))
  trailer.setUint32(0, crc32(inflated), true)
  trailer.setUint32(4, inflated.length, true)
  return new Uint8Array(trailer.buffer)
}

/** Returns where a whole stream ends that this trailer follows; one is known to end at `known`. */
async function endBefore(bytes: Uint8Array, trailer: Uint8Array, known: number): Promise<number | undefined> {
  let tries = 0
  for (let at = bytes.indexOf(trailer[0] ?? 0); at >= 0 && tries < MOST_TRIES; at = bytes.indexOf(trailer[0] ?? 0, at + 1)) {
    if (!isAt(bytes, at, trailer)) continue
    if (at === known || (await isWholeAt(bytes, at))) return at
    tries++
  }
  return undefined
}

const isAt = (bytes: Uint8Array, at: number, trailer: Uint8Array): boolean =>
  at + TRAILER <= bytes.length && trailer.every((byte, i) => bytes[at + i] === byte)

const isWholeAt = async (bytes: Uint8Array, end: number): Promise<boolean> =>
  (await attempt(openInflater, bytes.subarray(0, end), NO_LIMIT)).end === 'whole'

/** Opens a stream, which refuses the bytes after its end. */
export const openInflater: OpenInflater = (take) => {
  const { readable, writable } = new DecompressionStream('deflate-raw')
  const reader = readable.getReader()
  const writer = writable.getWriter()
  const yes = (): boolean => true
  const no = (): boolean => false
  const reading = (async (): Promise<void> => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) take(next.value)
  })().then(yes, no)
  writer.closed.catch(no)
  return {
    write: (bytes) =>
      writer.write(bytes).then(
        () => bytes.length,
        () => undefined,
      ),
    close: async () => {
      // Node drops what was not read when a stream turns out to be cut.
      await new Promise((resolve) => setTimeout(resolve))
      const isClosed = await writer.close().then(yes, no)
      return (await reading) && isClosed
    },
    abort: () => {
      writer.abort().catch(no)
    },
  }
}

/** Browsers do not inflate zstd. */
export const openZstd: OpenInflater | undefined = undefined
