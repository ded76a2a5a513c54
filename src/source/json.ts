/**
 * Decodes ranges of bytes.
 *
 * @module
 */

let utf8: InstanceType<typeof TextDecoder> | undefined

/** Returns a range of bytes as a string. Bytes that are not UTF-8 become U+FFFD. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  // A byte order mark is kept: before a value it is an error, as it is for `JSON.parse`.
  utf8 ??= new TextDecoder('utf-8', { ignoreBOM: true })
  return utf8.decode(bytes.subarray(start, end))
}
