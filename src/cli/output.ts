/**
 * Output as bytes, collected so that it is written in few pieces.
 *
 * @module
 */

/** Output is written in pieces of about this size: every write is a system call, and nothing is to be held for long. */
export const PIECE = 64 * 1024

/** Output that is still to be written. */
export class Output {
  private bytes = Buffer.allocUnsafe(2 * PIECE)
  private length = 0

  get isFull(): boolean {
    return this.length >= PIECE
  }

  /** Adds a string, or bytes as they are. */
  add(piece: string | Uint8Array): void {
    const needed = this.length + (typeof piece === 'string' ? 3 * piece.length : piece.length)
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(2 * needed)
      this.bytes.copy(larger, 0, 0, this.length)
      this.bytes = larger
    }
    if (typeof piece === 'string') this.length += this.bytes.write(piece, this.length)
    else {
      this.bytes.set(piece, this.length)
      this.length += piece.length
    }
  }

  /** Returns what was added since the last time, in a buffer of its own. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.length)
    taken.set(this.bytes.subarray(0, this.length))
    this.length = 0
    return taken
  }
}
