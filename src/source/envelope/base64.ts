/**
 * Base64, by the platform's own decoder.
 *
 * @module
 */

/** The bytes of a string in base64, or `undefined` where it is none. White space is overlooked. */
export function bytesOfBase64(content: string): Uint8Array | undefined {
  let binary: string
  try {
    binary = atob(content)
  } catch {
    return undefined
  }
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
