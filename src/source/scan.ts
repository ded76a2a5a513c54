/**
 * The scan over the bytes of a JSON text: where values end, without reading them. Quotes and escapes are followed, brackets are counted, nothing
 * recurses. All of JSON's own characters are single bytes in UTF-8 and never part of another, so bytes are enough.
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
 * Where the stretch that begins at `from` ends: at the first comma or closing bracket that is neither within a string nor within brackets opened
 * behind `from`. Where `to` comes first, the answer is `to` if the text ends between values, and -1 if it ends within one.
 */
export function endOfStretch(text: Uint8Array, from: number, to: number): number {
  let depth = 0
  for (let i = from; i < to; i++) {
    switch (text[i]) {
      case QUOTE:
        i = closingQuote(text, i + 1, to)
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

/** The same for a text that comes piece by piece. */
export class StretchScan {
  private depth = 0
  private isInString = false
  private isEscaped = false

  /** Whether it stands between values. */
  get isBetween(): boolean {
    return this.depth === 0 && !this.isInString
  }

  /** Where the stretch ends among the next bytes, those from `from` to `to`; -1 where it goes on behind them. */
  end(text: Uint8Array, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const byte = text[i]
      if (this.isInString) {
        if (this.isEscaped) this.isEscaped = false
        else if (byte === BACKSLASH) this.isEscaped = true
        else if (byte === QUOTE) this.isInString = false
      } else if (byte === QUOTE) {
        this.isInString = true
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        this.depth++
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (this.depth === 0) return i
        this.depth--
      } else if (byte === COMMA && this.depth === 0) {
        return i
      }
    }
    return -1
  }
}

/** The quote that closes a string whose first byte is at `from`, or -1. */
export function closingQuote(text: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const byte = text[i]
    if (byte === QUOTE) return i
    if (byte === BACKSLASH) i++
  }
  return -1
}

/** The first byte from `from` on that is no white space, or `to`. */
export function skipWhite(text: Uint8Array, from: number, to: number): number {
  let i = from
  while (i < to && isWhite(text[i])) i++
  return i
}

/** Where the white space in front of `to` begins; not before `from`. */
export function trimEnd(text: Uint8Array, from: number, to: number): number {
  let i = to
  while (i > from && isWhite(text[i - 1])) i--
  return i
}

export const isWhite = (byte: number | undefined): boolean => byte === SPACE || byte === NEW_LINE || byte === RETURN || byte === TAB
