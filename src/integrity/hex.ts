/**
 * Bytes as hexadecimal digits, and back.
 *
 * @module
 */

/** Returns bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += (byte < 16 ? '0' : '') + byte.toString(16)
  return hex
}

const HEX = /^[0-9a-fA-F]*$/

/** Longer strings of digits are neither hashes nor signatures: an RSA key of 16,384 bits makes 4,096 of them. */
const MAX_DIGITS = 4096

/** Whether a string is bytes as hexadecimal digits, in either case. */
export const isHex = (digits: string): boolean =>
  digits.length > 0 && digits.length <= MAX_DIGITS && digits.length % 2 === 0 && HEX.test(digits)

/** Reads hexadecimal digits of either case; `undefined` where a string is something else. */
export function fromHex(digits: string): Uint8Array | undefined {
  if (!isHex(digits)) return undefined
  const bytes = new Uint8Array(digits.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
  return bytes
}

/** Whether two strings are the same bytes as hexadecimal digits. */
export const isSameHex = (a: string, b: string): boolean => a === b || (isHex(a) && a.toLowerCase() === b.toLowerCase())
