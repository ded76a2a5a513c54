/**
 * A stretch of bytes as `JSON.parse` sees it: what it says is the verdict, and nothing here has an opinion of its own.
 *
 * @module
 */

let utf8: InstanceType<typeof TextDecoder> | undefined

/** The text of a stretch. Bytes that are no UTF-8 become U+FFFD, as everywhere in JavaScript. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  // A byte order mark counts: in front of a value it is an error, as in the text of a whole file.
  utf8 ??= new TextDecoder('utf-8', { ignoreBOM: true })
  return utf8.decode(bytes.subarray(start, end))
}

/** What a text holds, or `undefined` where it is no JSON. */
export function parsed(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}
