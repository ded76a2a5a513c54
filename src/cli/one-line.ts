/**
 * The bytes of a JSON value on one line, and nothing else of them changed: parsing and printing would lose integers beyond 2^53 and duplicate
 * keys.
 *
 * @module
 */
import { isAscii } from 'node:buffer'
import { escaped } from './escape.js'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const SPACE = 0x20
const LAST_ASCII = 0x7e

/**
 * White space between tokens left out, and characters that a terminal would obey or nobody would see written as JSON escapes. Bytes that are not
 * UTF-8 become U+FFFD where they are read, here as anywhere.
 *
 * @param json - The bytes of one JSON value.
 */
export function oneLine(json: Uint8Array): string {
  if (isAscii(json)) {
    const text = Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('latin1')
    if (isTidy(text)) return text
  }
  const kept = Buffer.allocUnsafe(json.length)
  let length = 0
  let inString = false
  let plain = true
  for (let i = 0; i < json.length; i++) {
    const byte = json[i] ?? 0
    if (byte > LAST_ASCII) plain = false
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
  const text = kept.toString('utf8', 0, length)
  return plain ? text : escaped(text)
}

/** White space that never stands within a string of JSON, and the one character of ASCII that nobody sees and that may stand there. */
const NEVER_TIDY = ['\n', '\r', '\t', '\x7f'] as const

/**
 * Whether nothing of a JSON value in ASCII is to be left out or escaped, as nothing is of what CloudTrail writes; looking for single characters
 * is much faster than looking at each. A space between tokens stands beside a comma, a colon or a bracket, or at either end. One within a string may, too:
 * then the answer is no.
 */
function isTidy(json: string): boolean {
  if (NEVER_TIDY.some((character) => json.includes(character))) return false
  for (let at = json.indexOf(' '); at >= 0; at = json.indexOf(' ', at + 1)) {
    if (!isWithin(json.charCodeAt(at - 1)) || !isWithin(json.charCodeAt(at + 1))) return false
  }
  return true
}

/** Whether a character beside a space says nothing of the space being between tokens; at either end there is none. */
const isWithin = (character: number): boolean => {
  switch (character) {
    case 0x2c:
    case 0x3a:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
      return false
    default:
      return !Number.isNaN(character)
  }
}
