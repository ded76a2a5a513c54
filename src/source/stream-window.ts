/**
 * The bytes of a stream that are still needed, in one piece, however they came.
 *
 * @module
 */

const SMALLEST = 64 * 1024

/** A window over a text that comes piece by piece. Places count from the beginning of the text. */
export class StreamWindow {
  /** What is known of the text from `origin` on. Another view whenever there is more. */
  text: Uint8Array = new Uint8Array(0)
  /** Where the window begins. */
  origin = 0
  /** Nothing follows. */
  isEnd = false
  private buffer = new Uint8Array(0)

  /** Where what is known ends. */
  get end(): number {
    return this.origin + this.text.length
  }

  /** Adds what comes next. */
  append(piece: Uint8Array): void {
    const { length } = this.text
    const needed = length + piece.length
    if (this.text.byteOffset + needed > this.buffer.length) {
      // What is let go lies in front: there is room for as much again before bytes are moved the next time.
      const buffer = 2 * needed > this.buffer.length ? new Uint8Array(Math.max(SMALLEST, 2 * needed)) : this.buffer
      if (buffer === this.buffer) buffer.copyWithin(0, this.text.byteOffset, this.text.byteOffset + length)
      else buffer.set(this.text)
      this.buffer = buffer
      this.text = buffer.subarray(0, length)
    }
    const from = this.text.byteOffset
    this.buffer.set(piece, from + length)
    this.text = this.buffer.subarray(from, from + needed)
  }

  /** Lets go of all that stands in front of a place. */
  letGo(to: number): void {
    const length = Math.min(Math.max(to - this.origin, 0), this.text.length)
    if (length === 0) return
    this.text = this.text.subarray(length)
    this.origin += length
  }
}
