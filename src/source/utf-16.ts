/**
 * Files in UTF-16 with a byte order mark, as PowerShell redirects it, made UTF-8.
 *
 * @module
 */

/**
 * Returns a function that takes the pieces of a file in order and returns them in UTF-8; those of a file in UTF-8 it
 * returns as they are.
 */
export function toUtf8(): (piece: Uint8Array) => Uint8Array {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let isFirst = true
  return (piece) => {
    if (isFirst && piece.length > 0) {
      isFirst = false
      const encoding = encodingOf(piece)
      if (encoding !== undefined) decoder = new TextDecoder(encoding)
    }
    return decoder === undefined ? piece : new TextEncoder().encode(decoder.decode(piece, { stream: true }))
  }
}

/** The encoding that the byte order mark names; `undefined` for UTF-8. */
const encodingOf = ([first, second]: Uint8Array): string | undefined =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
