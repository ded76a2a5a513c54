/**
 * The checksum of gzip (CRC-32 as in ISO 3309), for platforms without their own.
 *
 * @module
 */

/** The polynomial with its bits reversed. */
const POLYNOMIAL = 0xedb88320

/** The checksum of each byte. */
const TABLE = /* @__PURE__ */ ((): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1
    return sum
  }))()

/** Returns the checksum of bytes, from 0 to 2^32 - 1. `before` is the checksum of the bytes before them. */
export function crc32Of(bytes: Uint8Array, before = 0): number {
  let sum = ~before
  for (let i = 0; i < bytes.length; i++) sum = (sum >>> 8) ^ (TABLE[(sum ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return ~sum >>> 0
}
