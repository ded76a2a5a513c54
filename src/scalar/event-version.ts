/**
 * Versions of the record's form: `major.minor`, two integers, so that 1.10 is newer than 1.9.
 *
 * @module
 */
const VERSION = /^(\d{1,4})\.(\d{1,4})$/

/** Whether a version is this one or newer; `undefined` where the value is no version. */
export function isSince(version: unknown, major: number, minor: number): boolean | undefined {
  if (typeof version !== 'string' || version.length > 9) return undefined
  const [, first, second] = VERSION.exec(version) ?? []
  if (first === undefined) return undefined
  return Number(first) === major ? Number(second) >= minor : Number(first) > major
}
