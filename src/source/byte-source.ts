/**
 * Sources of bytes, read piece by piece.
 *
 * @module
 */

/**
 * A source of bytes: a web stream, as `fetch` and `File` return it, a Node stream, or any other iterable of
 * `Uint8Array`.
 *
 * @category sources
 * @since 0.1.0
 */
export type ByteSource = { readonly getReader: () => BytesReader } | AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The members of a web stream's reader that are used here. */
interface BytesReader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  readonly cancel: (reason?: unknown) => Promise<void>
  readonly releaseLock: () => void
}

/**
 * Yields the pieces of a source on request, and closes the source when the iteration ends. Errors of the source are
 * passed on.
 */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (!('getReader' in source)) {
    for await (const piece of source) yield viewOf(piece)
    return
  }
  const reader = source.getReader()
  let isDone = false
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) if (next.value !== undefined) yield viewOf(next.value)
    isDone = true
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}

/** Returns a plain Uint8Array: mixing it with Buffer would make every access to a byte slower. */
function viewOf(piece: Uint8Array): Uint8Array {
  if (!ArrayBuffer.isView(piece)) throw new TypeError('expected a source of bytes: each piece a Uint8Array')
  return new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength)
}
