/**
 * `DecompressionStream('deflate-raw')` as the Compression Standard specifies it and browsers implement it, unlike Node:
 * a write resolves when its bytes have been inflated and read, and bytes after the end of the stream are refused.
 */
import { createInflateRaw } from 'node:zlib'

export class StandardDecompressionStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const inflate = createInflateRaw()
    let taken = 0
    let failed = false
    let enqueue = (_: Uint8Array): void => undefined
    let answer = (): void => undefined
    inflate.on('data', (part: Buffer) => enqueue(new Uint8Array(part)))
    inflate.on('end', () => answer())
    inflate.on('error', () => {
      failed = true
      answer()
    })
    super({
      transform: async (chunk, controller) => {
        enqueue = (part) => controller.enqueue(part)
        await new Promise<void>((resolve) => {
          answer = resolve
          inflate.write(chunk, () => resolve())
        })
        taken += chunk.length
        // Bytes that were not consumed follow the end.
        if (failed || inflate.bytesWritten < taken) throw new TypeError('not a deflate stream, or after its end')
      },
      flush: async () => {
        await new Promise<void>((resolve) => {
          answer = resolve
          inflate.end()
        })
        if (failed) throw new TypeError('the stream is cut')
      },
    })
  }
}
