/**
 * Output as bytes, collected so that it is written in few pieces.
 *
 * @module
 */

/** Output is written in pieces of about this size: every write is a system call, and nothing is to be held for long. */
export const PIECE = 64 * 1024

/** Output that is still to be written. */
export class Output {
  private bytes = Buffer.allocUnsafeSlow(2 * PIECE)
  private length = 0

  get isFull(): boolean {
    return this.length >= PIECE
  }

  /** Adds a string, or bytes as they are. */
  add(piece: string | Uint8Array): void {
    const needed = this.length + (typeof piece === 'string' ? mostBytes(piece) : piece.length)
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length))
      this.bytes.copy(larger, 0, 0, this.length)
      this.bytes = larger
    }
    if (typeof piece === 'string') this.length += this.bytes.write(piece, this.length)
    else {
      this.bytes.set(piece, this.length)
      this.length += piece.length
    }
  }

  /** Returns what was added since the last time. It stays until the next `add`: it is written or handed over before. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.bytes.buffer, 0, this.length)
    // Memory for one long piece is not kept.
    if (this.bytes.length > 2 * PIECE) this.bytes = Buffer.allocUnsafeSlow(2 * PIECE)
    this.length = 0
    return taken
  }

  /** Returns the same for another thread, which takes the whole memory: a short piece is copied. */
  handOver(): Uint8Array<ArrayBuffer> {
    const taken = this.take()
    return taken.length > 2 * PIECE ? taken : taken.slice()
  }
}

/** The most bytes of a string. Those of a long one are counted. */
const mostBytes = (piece: string): number => (piece.length < PIECE ? 3 * piece.length : Buffer.byteLength(piece))
