/**
 * Versions of the record format: `major.minor`, two integers, so 1.10 is newer than 1.9.
 *
 * @module
 */
const VERSION = /^(\d{1,4})\.(\d{1,4})$/

/** Returns whether a version is this one or newer, or `undefined` if the value is not a version. */
export function isSince(version: unknown, major: number, minor: number): boolean | undefined {
  if (typeof version !== 'string' || version.length > 9) return undefined
  const [, first, second] = VERSION.exec(version) ?? []
  if (first === undefined) return undefined
  return Number(first) === major ? Number(second) >= minor : Number(first) > major
}
