/**
 * JSON that may be broken.
 *
 * @module
 */

/** Returns the value of a string, or `undefined` if it is not JSON. */
export function parseJson(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown }
  } catch {
    return undefined
  }
}
