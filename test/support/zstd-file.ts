/**
 * zstd files made by hand: frames whose blocks are stored as they are or repeat one byte, and a stream that inflates
 * these in every version of Node.
 */
import type { Inflater, OpenInflater } from '../../src/source/inflate.js'
import { joined } from './gzip-file.js'

/** A block: bytes as they are, or a byte and how often it comes out. */
export type Block = Uint8Array | { readonly byte: number; readonly times: number }

const MAGIC = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)

/** A frame with a window of 128 KiB and without a checksum. */
const HEADER = Uint8Array.of(0x00, 0x38)

const REPEATED = 1

const header = (isLast: boolean, kind: number, size: number): Uint8Array => {
  const bits = (isLast ? 1 : 0) + kind * 2 + size * 8
  return Uint8Array.of(bits & 0xff, (bits >> 8) & 0xff, bits >> 16)
}

/** One frame of these blocks; what stands between its magic number and the first block may be given. */
export const frameOf = (blocks: ReadonlyArray<Block>, fields: Uint8Array = HEADER): Uint8Array =>
  joined(
    MAGIC,
    fields,
    ...blocks.flatMap((block, i) => {
      const isLast = i === blocks.length - 1
      return block instanceof Uint8Array
        ? [header(isLast, 0, block.length), block]
        : [header(isLast, REPEATED, block.times), Uint8Array.of(block.byte)]
    }),
  )

/** A frame of other data. */
export const skippable = (data: Uint8Array): Uint8Array => joined(Uint8Array.of(0x5a, 0x2a, 0x4d, 0x18, data.length, 0, 0, 0), data)

/** What `zstd` writes for `{"Records":[]}`: one block as it is, and a checksum. */
export const CHECKED = new Uint8Array(Buffer.from('28b52ffd04587100007b225265636f726473223a5b5d7df5b5647b', 'hex'))

/** Opens a stream that knows two kinds of blocks, and of checksums only the one of `CHECKED`. */
export const openByHand: OpenInflater = (take) => new ByHand(take)

class ByHand implements Inflater {
  private hasChecksum = false
  private expected: 'FRAME' | 'BLOCK' | 'CHECKSUM' = 'FRAME'

  constructor(private readonly take: (bytes: Uint8Array) => void) {}

  write = async (bytes: Uint8Array): Promise<number | undefined> => {
    for (let at = 0; at < bytes.length; ) {
      const length: number | undefined = this.step(bytes.subarray(at))
      if (length === undefined) return undefined
      at += length
    }
    return bytes.length
  }

  close = async (): Promise<boolean> => true

  abort = (): void => undefined

  /** Takes one part; returns its length, which may exceed the bytes of a file that was cut. */
  private step(bytes: Uint8Array): number | undefined {
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes
    if (this.expected === 'FRAME') {
      const flags = bytes[4] ?? 0
      this.hasChecksum = (flags & 4) !== 0
      this.expected = 'BLOCK'
      // One byte for the window or the size, and four more for a longer size.
      return flags < 0x80 ? 6 : 10
    }
    if (this.expected === 'CHECKSUM') {
      this.expected = 'FRAME'
      return Buffer.from(bytes).equals(CHECKED.subarray(-4)) || bytes.length < 4 ? 4 : undefined
    }
    const bits = first + second * 256 + third * 65_536
    const [kind, size] = [(bits >> 1) & 3, bits >> 3]
    if (kind > REPEATED) return undefined
    const length = 3 + (kind === REPEATED ? 1 : size)
    // As in Node, what there is of a cut block comes out if it is stored as it is.
    const content = kind === REPEATED && bytes.length >= length ? new Uint8Array(size).fill(fourth) : bytes.slice(3, length)
    if (content.length > 0) this.take(content)
    if ((bits & 1) === 1) this.expected = this.hasChecksum ? 'CHECKSUM' : 'FRAME'
    return length
  }
}
