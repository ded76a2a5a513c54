/**
 * Long strings slice by slice: a million replacements in one string need a hundred times its memory.
 *
 * @module
 */

/** The least UTF-16 units of a slice, but for the last one. What is written of a slice fits into `Output`. */
export const SLICE = 8 * 1024

/** Returns where a slice may end, from an offset on. */
export type Cut = (content: string, from: number) => number

/** Between two characters. */
const betweenCharacters: Cut = (content, from) => (/[\udc00-\udfff]/.test(content.charAt(from)) ? from + 1 : from)

/** Between two characters of UTF-8 where each unit is a byte: at most three bytes follow the first of a character. */
export const betweenBytes: Cut = (content, from) => {
  let at = from
  while (at < from + 3 && /[\x80-\xbf]/.test(content.charAt(at))) at++
  return at
}

/** Yields a string in slices. */
export function* slicesOf(content: string, cut: Cut = betweenCharacters): Generator<string, void, undefined> {
  for (let from = 0; from < content.length; ) {
    const to = from + SLICE < content.length ? cut(content, from + SLICE) : content.length
    yield content.slice(from, to)
    from = to
  }
}

/** Returns a string in which each slice is replaced. */
export const inSlices = (content: string, replace: (slice: string) => string, cut?: Cut): string =>
  content.length <= SLICE ? replace(content) : Array.from(slicesOf(content, cut), (slice) => replace(slice)).join('')
