/**
 * The stored bytes of a file: all of them, or as a source returns them.
 *
 * @module
 */
import { joinBytes } from './join-bytes.js'

/** Bytes that are still to be read. */
export class StoredBytes {
  bytes: Uint8Array
  /** The offset of the first of them in the file. */
  offset = 0
  /** Whether nothing follows them. */
  isEnd: boolean
  /** How the file is compressed: set when it is inflated. */
  format: 'GZIP' | 'ZSTD' | undefined
  /** The offset of bytes after the first gzip member, which make a log file invalid for CloudTrail's digests. */
  secondMember: number | undefined
  /** Whether the caller gave all bytes at once. */
  readonly isWhole: boolean
  /** How many bytes were read from the source. */
  received: number

  /** @param isAtHand - Whether the source never waits for bytes. */
  constructor(
    private readonly source: AsyncIterator<Uint8Array, void, undefined> | Uint8Array,
    readonly isAtHand = true,
  ) {
    this.bytes = source instanceof Uint8Array ? source : new Uint8Array(0)
    this.isWhole = source instanceof Uint8Array
    this.isEnd = this.isWhole
    this.received = this.bytes.length
  }

  /** Whether the file is exactly one gzip member, as far as it was read. */
  get isOneGzipMember(): boolean {
    return this.format === 'GZIP' && this.secondMember === undefined
  }

  /** Waits for so many bytes. Returns false if there are fewer. */
  async fill(length: number): Promise<boolean> {
    if (this.bytes.length >= length) return true
    if (this.isEnd || this.source instanceof Uint8Array) return false
    // A source may use its pieces again.
    const parts: Array<Uint8Array> = [this.bytes.slice()]
    let size = this.bytes.length
    while (size < length) {
      const next = await this.source.next()
      if (next.done === true) {
        this.isEnd = true
        break
      }
      this.received += next.value.length
      size += next.value.length
      parts.push(size < length ? next.value.slice() : next.value)
    }
    this.bytes = parts.length === 2 && parts[0]?.length === 0 ? (parts[1] ?? this.bytes) : joinBytes(parts, size)
    return size >= length
  }

  /** Removes the first bytes and returns them. */
  take(length: number): Uint8Array {
    const taken = this.bytes.subarray(0, length)
    this.bytes = this.bytes.subarray(length)
    this.offset += length
    return taken
  }

  /** Undoes taking the last bytes. */
  putBack(taken: Uint8Array): void {
    this.bytes = joinBytes([taken, this.bytes], taken.length + this.bytes.length)
    this.offset -= taken.length
  }

  /** Reads on to the end without keeping anything; returns where that is. */
  async skipAll(): Promise<number> {
    do this.take(this.bytes.length)
    while (await this.fill(1))
    return this.offset
  }
}
