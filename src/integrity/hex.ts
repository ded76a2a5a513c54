/**
 * Bytes as hexadecimal digits, and back.
 *
 * @module
 */

const DIGITS = '0123456789abcdef'

/** Returns bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15)
  return hex
}

/** Longer strings of digits are neither hashes nor signatures: an RSA key of 16,384 bits makes 4,096 of them. */
const MAX_DIGITS = 4096

/** Reads hexadecimal digits of either case; `undefined` where a string is something else. */
export function fromHex(digits: string): Uint8Array | undefined {
  if (digits.length === 0 || digits.length > MAX_DIGITS || digits.length % 2 !== 0) return undefined
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) {
    const high = digitOf(digits.charCodeAt(2 * i))
    const low = digitOf(digits.charCodeAt(2 * i + 1))
    if (high < 0 || low < 0) return undefined
    bytes[i] = 16 * high + low
  }
  return bytes
}

/** Returns the value of a digit, or -1. */
function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const letter = code | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

/** Whether two lists of bytes are the same. */
export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])

/** Whether two strings are the same bytes as hexadecimal digits. */
export const isSameHex = (a: string, b: string): boolean =>
  a === b || (a.length === b.length && fromHex(a) !== undefined && a.toLowerCase() === b.toLowerCase())
