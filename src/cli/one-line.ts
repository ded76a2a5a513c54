/**
 * The bytes of a JSON value on one line, and nothing else of them changed: parsing and printing would lose integers beyond 2^53 and duplicate
 * keys [F2].
 *
 * @module
 */
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
