/**
 * A stream, line by line.
 *
 * @module
 */

/** One line, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Its bytes; nothing of a line that is longer than the limit. */
  readonly bytes: Uint8Array | undefined
}

const LINE_FEED = 0x0a

/**
 * The lines of a stream, as many at a time as have come: what is done of them can be written before more is waited for.
 * The last line need not end.
 *
 * @param stream - Pieces of bytes.
 * @param limit - A longer line is read past and not held.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ReadonlyArray<Line>, void, undefined> {
  let number = 0
  let parts: Array<Uint8Array> = []
  let length = 0
  const keep = (part: Uint8Array): void => {
    length += part.length
    if (length > limit) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const line = (): Line => {
    const bytes = length > limit ? undefined : parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts)
    parts = []
    length = 0
    return { number: ++number, bytes }
  }
  for await (const piece of stream) {
    const lines: Array<Line> = []
    let from = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      keep(piece.subarray(from, end))
      lines.push(line())
      from = end + 1
    }
    keep(piece.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [line()]
}
