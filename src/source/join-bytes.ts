/**
 * Bytes that come in parts.
 *
 * @module
 */

/** Joins parts, and cuts them at a length if one is given. If the first part is long enough, it is not copied. */
export function joinBytes(parts: ReadonlyArray<Uint8Array>, length = sizeOf(parts)): Uint8Array {
  const [first] = parts
  // A view of one class: a Buffer beside other arrays makes every access slower.
  if (first !== undefined && first.length >= length) return new Uint8Array(first.buffer, first.byteOffset, length)
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    const fitting = part.subarray(0, length - at)
    whole.set(fitting, at)
    at += fitting.length
  }
  return whole
}

/** Returns two parts as one without copying, if the second follows the first in memory. */
export function joinedView(first: Uint8Array | undefined, second: Uint8Array): Uint8Array | undefined {
  if (first?.buffer !== second.buffer || first.byteOffset + first.length !== second.byteOffset) return undefined
  return new Uint8Array(first.buffer, first.byteOffset, first.length + second.length)
}

const sizeOf = (parts: ReadonlyArray<Uint8Array>): number => parts.reduce((sum, { length }) => sum + length, 0)
