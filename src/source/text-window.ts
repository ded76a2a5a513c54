/**
 * The bytes of an inflated file that are still needed, in one array.
 *
 * @module
 */
import { joinedView } from './join-bytes.js'

const SMALLEST = 64 * 1024

/** A window over an inflated file. Offsets count from the beginning of the file. */
export class TextWindow {
  /** The bytes from `origin` on. A new view whenever bytes are added or released. */
  bytes: Uint8Array = new Uint8Array(0)
  /** Where the window begins. */
  origin = 0
  /** Whether nothing follows. */
  isEnd = false
  private buffer = new Uint8Array(0)

  /** @param keepsAll - Whether nothing is released. */
  constructor(private readonly keepsAll = false) {}

  /** Returns the window of a whole file. */
  static whole(bytes: Uint8Array): TextWindow {
    const window = new TextWindow()
    window.bytes = bytes
    window.isEnd = true
    return window
  }

  /** The offset after the last byte. */
  get end(): number {
    return this.origin + this.bytes.length
  }

  /** Adds the next piece. It is copied, unless the window owns it from now on. */
  append(piece: Uint8Array, isOwned = false): void {
    if (isOwned && this.extend(piece)) return
    const { length } = this.bytes
    const needed = length + piece.length
    const isOurs = this.bytes.buffer === this.buffer.buffer
    if (!isOurs || this.bytes.byteOffset + needed > this.buffer.length) {
      // Released bytes precede the window: bytes are moved again only after as many more were added.
      const buffer = 2 * needed > this.buffer.length ? new Uint8Array(Math.max(SMALLEST, 2 * needed)) : this.buffer
      if (isOurs && buffer === this.buffer) buffer.copyWithin(0, this.bytes.byteOffset, this.bytes.byteOffset + length)
      else buffer.set(this.bytes)
      this.buffer = buffer
      this.bytes = buffer.subarray(0, length)
    }
    const from = this.bytes.byteOffset
    this.buffer.set(piece, from + length)
    this.bytes = this.buffer.subarray(from, from + needed)
  }

  /** Adds the next piece without copying it, if it follows the window in memory. */
  extend(piece: Uint8Array): boolean {
    const extended = this.bytes.length === 0 ? piece : joinedView(this.bytes, piece)
    if (extended === undefined) return false
    this.bytes = extended
    return true
  }

  /** Releases all bytes before an offset. */
  release(to: number): void {
    if (this.keepsAll) return
    const length = Math.min(Math.max(to - this.origin, 0), this.bytes.length)
    if (length === 0) return
    this.bytes = this.bytes.subarray(length)
    this.origin += length
  }

  /** Returns the byte at an offset, or `undefined` if it is not in the window. */
  at(offset: number): number | undefined {
    return this.bytes[offset - this.origin]
  }
}
