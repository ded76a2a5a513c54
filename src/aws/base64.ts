/**
 * Text to base64, by the platform's own encoder.
 *
 * @module
 */

const CHUNK = 8192

/** The base64 of a text's UTF-8. */
export function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return btoa(binary)
}
