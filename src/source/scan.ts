/**
 * Scans JSON in UTF-8 for the ends of values without parsing them. It follows quotes and escapes, counts brackets and
 * does not recurse. JSON's own characters are single bytes in UTF-8 and never part of another character, so bytes are
 * enough.
 *
 * @module
 */

const TAB = 0x09
export const NEW_LINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
export const QUOTE = 0x22
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_LIST = 0x5b
export const BACKSLASH = 0x5c
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d

/**
 * Returns where the segment that begins at `from` ends: at the first comma or closing bracket that is neither within a
 * string nor within brackets opened after `from`. If `to` comes first, returns `to` if it is between values, and -1 if
 * it is within one.
 */
export function endOfSegment(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0
  for (let i = from; i < to; i++) {
    switch (bytes[i]) {
      case QUOTE:
        i = closingQuote(bytes, i + 1, to)
        if (i < 0) return -1
        break
      case OPEN_OBJECT:
      case OPEN_LIST:
        depth++
        break
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        if (depth === 0) return i
        depth--
        break
      case COMMA:
        if (depth === 0) return i
        break
    }
  }
  return depth === 0 ? to : -1
}

/**
 * Returns where a damaged value with balanced brackets and quotes ends: at the first comma or closing bracket outside
 * of the `depth` brackets that are open at `from`; -1 if `to` comes first.
 */
export function endOfOpen(bytes: Uint8Array, from: number, to: number, depth: number, isInString: boolean): number {
  let open = depth
  let at = isInString ? closingQuote(bytes, from, to) + 1 : from
  if (isInString && at === 0) return -1
  while (at < to) {
    const end = endOfSegment(bytes, at, to)
    if (end < 0 || end === to) return -1
    if (open === 0) return end
    if (bytes[end] !== COMMA) open--
    at = end + 1
  }
  return -1
}

/** Returns the quote that closes a string whose first byte is at `from`, or -1. */
export function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = bytes[i]
    if (byte === QUOTE) return i
    if (byte === BACKSLASH) i++
  }
  return -1
}

/** Returns the first index from `from` on without white space, or `to`. */
export function skipWhite(bytes: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to && isWhite(bytes[i])) i++
  return i
}

/** Returns where the white space before `to` begins; not before `from`. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let i = to
  while (i > from && isWhite(bytes[i - 1])) i--
  return i
}

/** Whether an object may begin with a byte: after white space, or with bytes that are yet to come. */
export const mayBeObject = (byte: number | undefined): boolean => byte === undefined || byte === OPEN_OBJECT || isWhite(byte)

/** Whether a byte is white space within a line. */
export const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === RETURN || byte === TAB

export const isWhite = (byte: number | undefined): boolean => byte === SPACE || byte === NEW_LINE || byte === RETURN || byte === TAB
