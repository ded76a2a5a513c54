/**
 * Inflating with Node's zlib: in one go where nothing is wrong, which is faster than any stream.
 *
 * @module
 */
import { constants, createInflateRaw, inflateRawSync, crc32 as nodeCrc32 } from 'node:zlib'
import { attempt, type Inflated, type OpenInflater } from './inflate.js'

/** The smallest and the largest piece of memory that is taken at once. */
const SMALLEST_CHUNK = 16 * 1024
const LARGEST_CHUNK = 1024 * 1024 * 1024

/** The checksum of gzip. */
export const crc32 = (bytes: Uint8Array): number => nodeCrc32(bytes)

/** Inflates the raw deflate stream that `bytes` begin with. `expected` is how many bytes are likely to come out. */
export async function inflateRaw(bytes: Uint8Array, capacity: number, expected: number): Promise<Inflated> {
  try {
    // One byte more than comes out, or zlib asks for another chunk to find that it was all.
    const chunkSize = Math.min(Math.max(expected + 1, SMALLEST_CHUNK), LARGEST_CHUNK)
    const options = { info: true, finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(capacity, 1), chunkSize }
    const { buffer, engine } = inflateRawSync(bytes, options) as unknown as Informed
    const text = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    const read = engine.bytesWritten
    if (text.length <= capacity) return { text, read, size: text.length, end: read < bytes.length ? 'reached' : 'missing' }
  } catch {
    // It does not tell what came out before something was wrong.
  }
  const run = await attempt(open, bytes, capacity)
  return { ...run, end: run.end === 'full' ? 'full' : 'corrupt' }
}

/** What zlib gives with `info`, which its types leave out. */
interface Informed {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

const open: OpenInflater = (take) => {
  const stream = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH })
  let answer = (_: boolean): void => undefined
  stream.on('data', take)
  // Node forgets the callback of the write that fails.
  stream.on('error', () => answer(false))
  stream.on('end', () => answer(true))
  return {
    write: (bytes) =>
      new Promise((resolve) => {
        answer = resolve
        stream.write(bytes, () => resolve(stream.errored === null))
      }),
    close: () =>
      new Promise((resolve) => {
        answer = resolve
        stream.end()
      }),
    abort: () => stream.destroy(),
  }
}
