/**
 * Base64, by the platform's own decoder.
 *
 * @module
 */

/** Returns the bytes of a string in base64, or `undefined` if it is not base64. White space is skipped. */
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
