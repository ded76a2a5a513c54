/**
 * Finds bytes that are not UTF-8, which decoding replaces.
 *
 * @module
 */

/** The character that replaces them. */
export const REPLACEMENT = '\ufffd'

const REPLACEMENT_LENGTH = 3

/** Returns where the first bytes are that are not UTF-8 and were replaced in the string, or -1. */
export function invalidUtf8In(bytes: Uint8Array, start: number, json: string): number {
  let at = start
  let from = 0
  for (let i = json.indexOf(REPLACEMENT); i >= 0; i = json.indexOf(REPLACEMENT, i + 1)) {
    at += new TextEncoder().encode(json.slice(from, i)).length
    if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return at
    at += REPLACEMENT_LENGTH
    from = i + 1
  }
  return -1
}
