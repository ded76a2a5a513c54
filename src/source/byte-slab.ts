/**
 * Copies of records, several in one allocation: V8 counts each array buffer, and collects garbage the more often.
 *
 * @module
 */

/** A record that is kept alone keeps so many bytes of its neighbours. */
const SLAB = 16 * 1024

/** Copies ranges of bytes. */
export class ByteSlab {
  private slab = new Uint8Array(0)
  private used = 0

  /** Returns a copy of a range. A long one has an allocation of its own. */
  copy(bytes: Uint8Array, start: number, end: number): Uint8Array {
    const length = end - start
    if (4 * length > SLAB) return bytes.slice(start, end)
    if (this.used + length > this.slab.length) {
      this.slab = new Uint8Array(SLAB)
      this.used = 0
    }
    const copy = this.slab.subarray(this.used, this.used + length)
    copy.set(bytes.subarray(start, end))
    this.used += length
    return copy
  }
}
