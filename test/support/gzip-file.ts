/**
 * gzip files made by hand: members with chosen headers and trailers, and bombs, which zlib would take seconds to make.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib'

interface MemberOptions {
  readonly flags?: number
  /** What stands between the ten bytes of the header and the stream. */
  readonly fields?: Uint8Array
  readonly checksum?: number
  readonly length?: number
}

/** One gzip member around a deflate stream. */
export function memberAround(stream: Uint8Array, checksum: number, length: number, options: MemberOptions = {}): Uint8Array {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(options.checksum ?? checksum, 0)
  trailer.writeUInt32LE((options.length ?? length) % 2 ** 32, 4)
  const header = Uint8Array.of(0x1f, 0x8b, 8, options.flags ?? 0, 0, 0, 0, 0, 0, 3)
  return joined(header, options.fields ?? new Uint8Array(0), stream, trailer)
}

/** One gzip member of these bytes. */
export const memberOf = (bytes: Uint8Array, options?: MemberOptions): Uint8Array =>
  memberAround(deflateRawSync(bytes), crc32(bytes), bytes.length, options)

/** A gzip member of so many MiB of spaces; `length` in its trailer may be a lie. */
export function spacesBomb(mebibytes: number, options?: MemberOptions): Uint8Array {
  const spaces = Buffer.alloc(1024 * 1024, ' ')
  // A full flush leaves a stream that can be repeated.
  const block = deflateRawSync(spaces, { finishFlush: constants.Z_FULL_FLUSH })
  let checksum = 0
  for (let i = 0; i < mebibytes; i++) checksum = crc32(spaces, checksum)
  const stream = joined(...Array.from({ length: mebibytes }, () => block), Uint8Array.of(3, 0))
  return memberAround(stream, checksum, mebibytes * spaces.length, options)
}

export const joined = (...parts: ReadonlyArray<Uint8Array>): Uint8Array => new Uint8Array(Buffer.concat(parts))
