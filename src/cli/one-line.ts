/**
 * Puts a JSON value on one line without parsing it: parsing and printing would lose integers beyond 2^53 and
 * duplicate keys.
 *
 * @module
 */
import { isAscii } from 'node:buffer'
import { escaped } from './escape.js'
import { betweenBytes, inSlices } from './slices.js'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
const LAST_ASCII = 0x7e

/**
 * Returns the value without white space between tokens, and with JSON escapes for control characters and invisible
 * characters. Bytes that are not UTF-8 become U+FFFD.
 *
 * @param json - The bytes of one JSON value.
 */
export function oneLine(json: Uint8Array): string {
  const { content, isPlain } = unescapedLine(json)
  return isPlain ? content : escaped(content)
}

/** Returns the same without the escapes; `isPlain` if there is nothing to escape. */
export function unescapedLine(json: Uint8Array): { readonly content: string; readonly isPlain: boolean } {
  if (isAscii(json)) {
    const content = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('latin1')
    if (isTidy(content)) return { content, isPlain: true }
  }
  const { bytes, isPlain } = withoutSpace(json)
  return { content: bytes.toString('utf8'), isPlain }
}

/** Returns JSON without line breaks, and where it has some or is not ASCII, without white space between tokens. */
export const withoutSpaceIn = (json: string): string =>
  PLAIN.test(json) || isTidy(json) ? json : withoutSpace(Buffer.from(json)).bytes.toString('utf8')

/** It has neither line breaks nor what is escaped; spaces do no harm. */
const PLAIN = /^[ -~]*$/

/** Returns the value as `oneLine` does, with bytes that are not UTF-8 as they are. */
export function oneLineBytes(json: Uint8Array): Buffer {
  const content = withoutSpace(json).bytes.toString('latin1')
  const escapedBytes = (bytes: string): string => Buffer.from(escaped(Buffer.from(bytes, 'latin1').toString('utf8'))).toString('latin1')
  return Buffer.from(
    inSlices(content, (slice) => slice.replace(CHARACTER, escapedBytes), betweenBytes),
    'latin1',
  )
}

/** Matches the bytes of a character that may have to be escaped: DEL, or what is not ASCII, as well-formed UTF-8. */
const CHARACTER =
  /\x7f|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}/g

/** Returns the value without white space between tokens; `isPlain` if all of it is ASCII and visible. */
function withoutSpace(json: Uint8Array): { readonly bytes: Buffer; readonly isPlain: boolean } {
  const kept = Buffer.allocUnsafe(json.length)
  let length = 0
  let inString = false
  let isPlain = true
  for (let i = 0; i < json.length; i++) {
    const byte = json[i] ?? 0
    if (byte > LAST_ASCII) isPlain = false
    if (inString) {
      if (byte === BACKSLASH) {
        kept[length++] = byte
        i++
        kept[length++] = json[i] ?? 0
        continue
      }
      if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) {
      inString = true
    } else if (byte <= SPACE) {
      continue
    }
    kept[length++] = byte
  }
  return { bytes: kept.subarray(0, length), isPlain }
}

/** White space that a JSON string cannot contain, and the one invisible ASCII character that it can. */
const NEVER_TIDY = ['\n', '\r', '\t', '\x7f'] as const

/**
 * Returns whether a JSON value in ASCII can be returned unchanged, as with what CloudTrail writes.
 * Searching for single characters is much faster than testing each one. A space between tokens is next to a comma, a
 * colon or a bracket, or at either end, and has the end of a token before it and the beginning of one behind it. For
 * such a space in a string, the result is `false` too, which is only slower.
 */
function isTidy(json: string): boolean {
  if (NEVER_TIDY.some((character) => json.includes(character))) return false
  for (let at = json.indexOf(' '); at >= 0; at = json.indexOf(' ', at + 1)) {
    if (mayBeBetween(json.charAt(at - 1), json.charAt(at + 1))) return false
  }
  return true
}

/** Returns whether a space between these characters may be between tokens; a character is empty beyond either end. */
const mayBeBetween = (before: string, after: string): boolean =>
  (SEPARATORS.includes(before) || SEPARATORS.includes(after)) && ENDS.includes(before) && BEGINNINGS.includes(after)

// Each contains the empty string, too.
const SEPARATORS = ',:[]{} '
const ENDS = `${SEPARATORS}"0123456789el`
const BEGINNINGS = `${SEPARATORS}"-0123456789tfn`
