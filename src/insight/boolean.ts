/**
 * Booleans as CloudTrail writes them: often as strings, and the string `"false"` is truthy.
 *
 * @module
 */

/** Parses `true`, `false` and their strings in any case; `undefined` for anything else. */
export function parseBoolean(value: unknown): boolean | undefined {
  const word = typeof value === 'string' ? value.slice(0, 6).toLowerCase() : value
  return word === true || word === 'true' ? true : word === false || word === 'false' ? false : undefined
}
