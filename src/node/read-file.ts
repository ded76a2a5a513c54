/**
 * Reads a file up to a limit.
 *
 * @module
 */
import { type FileHandle, open } from 'node:fs/promises'

const SMALLEST = 64 * 1024

/** Returns the first bytes of a file, at most `limit`. The file may be a pipe, whose size is unknown. */
export async function readUpTo(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    // One byte more than there is, or another buffer would be needed to find that it was all.
    return await readAll(file, Math.min(Math.max(size + 1, SMALLEST), limit), limit)
  } finally {
    await file.close()
  }
}

async function readAll(file: FileHandle, room: number, limit: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(room)
  let length = 0
  while (length < limit) {
    if (length === bytes.length) {
      const larger = new Uint8Array(Math.min(2 * length, limit))
      larger.set(bytes)
      bytes = larger
    }
    const { bytesRead } = await file.read(bytes, length, bytes.length - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}
