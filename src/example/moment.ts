/**
 * Times as CloudTrail writes them: in the envelope in one form, inside parameters in several, all of them UTC. Nothing
 * here uses a locale, because its output differs between versions of an engine.
 *
 * @module
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const SECOND = 1000
export const DAY = 86_400 * SECOND

/** `2025-01-22T00:46:28Z`. */
export const isoOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** `2025-01-22`. */
export const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** `Jan 22, 2025` and `12:46:28 AM`, with the characters between them and before AM or PM. */
function american(ms: number, comma: string, space: string): string {
  const date = new Date(ms)
  const hours = date.getUTCHours()
  const two = (n: number): string => String(n).padStart(2, '0')
  const time = `${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}${comma} ${time}${space}${hours < 12 ? 'AM' : 'PM'}`
}

/** The forms of timestamps inside parameters that have been seen. */
export const FORMS: ReadonlyArray<(ms: number) => string | number> = [
  (ms) => american(ms, '', ' '),
  (ms) => american(ms, ',', ' '),
  (ms) => american(ms, ',', '\u202f'),
  isoOf,
  (ms) => new Date(ms).toISOString(),
  (ms) => `${new Date(ms).toISOString().slice(0, 19)}+0000`,
  (ms) => ms,
  (ms) => ms / SECOND,
]
