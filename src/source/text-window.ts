/**
 * The bytes of a text that are still needed, in one piece: a whole text, or what has come of one so far.
 *
 * @module
 */

const SMALLEST = 64 * 1024

/** A window over a text. Offsets count from the beginning of the text. */
export class TextWindow {
  /** What is known of the text from `origin` on. Another view whenever more is known. */
  bytes: Uint8Array = new Uint8Array(0)
  /** Where the window begins. */
  origin = 0
  /** Whether nothing follows. */
  isEnd = false
  private buffer = new Uint8Array(0)

  /** Returns the window of a text that is known whole. */
  static whole(bytes: Uint8Array): TextWindow {
    const window = new TextWindow()
    window.bytes = bytes
    window.isEnd = true
    return window
  }

  /** Where what is known ends. */
  get end(): number {
    return this.origin + this.bytes.length
  }

  /** Adds what comes next. The piece is copied, unless it is owned by the window from now on. */
  append(piece: Uint8Array, isOwned = false): void {
    const { length } = this.bytes
    if (length === 0 && isOwned) {
      this.bytes = piece
      return
    }
    const needed = length + piece.length
    const isOurs = this.bytes.buffer === this.buffer.buffer
    if (!isOurs || this.bytes.byteOffset + needed > this.buffer.length) {
      // What was released lies in front: bytes are moved again only after as much again has come.
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

  /** Releases all that stands in front of an offset. */
  release(to: number): void {
    const length = Math.min(Math.max(to - this.origin, 0), this.bytes.length)
    if (length === 0) return
    this.bytes = this.bytes.subarray(length)
    this.origin += length
  }

  /** The byte at an offset; `undefined` where it is not in the window. */
  at(offset: number): number | undefined {
    return this.bytes[offset - this.origin]
  }
}
