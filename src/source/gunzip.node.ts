/**
 * Inflates with Node's zlib: valid data in one go, which is faster than any stream.
 *
 * @module
 */
import * as zlib from 'node:zlib'
import { constants, createInflateRaw, inflateRawSync, crc32 as nodeCrc32 } from 'node:zlib'
import { attempt, type Inflated, type Inflater, type OpenInflater, type Room } from './inflate.js'

/** Whether a stream reports where it ends among the bytes it is fed; else it refuses the bytes after its end. */
export const TELLS_END: boolean = true

/** The smallest output buffer: most streams fit into it. */
const SMALLEST_CHUNK = 128 * 1024

/** A small file gets a smaller buffer: few inflate to so many times their size, and there may be thousands of them. */
const SMALL_RATIO = 64
const SMALLEST_OF_ALL = 1024

/** The checksum of gzip. */
export const crc32 = (bytes: Uint8Array, before = 0): number => nodeCrc32(bytes, before)

/** The size of the pieces that a stream returns. */
const STREAM_CHUNK = 64 * 1024

/** Inflates the raw deflate stream that `bytes` begin with. `expected` is how many bytes are likely to come out. */
export async function inflateRaw(bytes: Uint8Array, room: Room, expected: number): Promise<Inflated> {
  const smallest = Math.min(SMALLEST_CHUNK, SMALLEST_OF_ALL + SMALL_RATIO * bytes.length)
  const whole = inflateAtOnce(bytes, Math.max(expected + 1, smallest))
  if (whole !== undefined && whole.size <= room.capacity) return whole
  const run = await attempt(openInflater, bytes, room)
  if (run.end === 'full') return { ...run, end: 'full' }
  if (run.end === 'refused') return { ...run, end: 'corrupt' }
  return { ...run, end: run.read < bytes.length ? 'reached' : 'missing' }
}

/**
 * Inflates data that fits into a chunk; else returns `undefined`: zlib does not return what came out before an error.
 */
function inflateAtOnce(bytes: Uint8Array, chunkSize: number): Inflated | undefined {
  try {
    // One byte of the chunk stays free, or zlib allocates another chunk to find the end.
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: chunkSize - 1, chunkSize }
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as Informed
    const read = engine.bytesWritten
    const inChunk = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    // A small result must not keep a large chunk in memory.
    const inflated = 2 * inChunk.length < chunkSize ? inChunk.slice() : inChunk
    return { bytes: inflated, read, size: inflated.length, end: read < bytes.length ? 'reached' : 'missing' }
  } catch {
    return undefined
  }
}

/** What zlib returns with `info`, which its types leave out. */
interface Informed {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

/** Opens a stream that reports where it ends among the bytes it is fed. */
export const openInflater: OpenInflater = (take) =>
  inflaterOf(createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: STREAM_CHUNK }), take)

/** What zlib has in some versions of Node. */
interface WithZstd {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number }) => ReturnType<typeof createInflateRaw>
}

const { createZstdDecompress } = zlib as WithZstd

/** Opens a stream that inflates one zstd frame; `undefined` in versions of Node that cannot. */
export const openZstd: OpenInflater | undefined =
  createZstdDecompress && ((take) => inflaterOf(createZstdDecompress({ chunkSize: STREAM_CHUNK }), take))

/** Feeds a stream of zlib. */
function inflaterOf(stream: ReturnType<typeof createInflateRaw>, take: (bytes: Uint8Array) => void): Inflater {
  let settle = (): void => undefined
  stream.on('data', take)
  // Node forgets the callback of the write that fails.
  stream.on('error', () => settle())
  stream.on('end', () => settle())
  return {
    write: async (bytes) => {
      const before = stream.bytesWritten
      await new Promise<void>((resolve) => {
        settle = resolve
        stream.write(bytes, () => resolve())
      })
      return stream.errored === null ? stream.bytesWritten - before : undefined
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        settle = resolve
        stream.end()
      })
      return stream.errored === null
    },
    abort: () => stream.destroy(),
  }
}
