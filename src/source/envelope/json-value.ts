/**
 * A JSON value in a string of a message. It is parsed only if it has no more values than its length allows: an empty
 * object of two characters takes some 90 bytes of memory.
 *
 * @module
 */
import { parseJson } from '../../scalar/json.js'

const MAX_VALUES = 1_000_000

/** Records have a value for each 20 characters or more. */
const CHARACTERS = 16

/** What is expected of a string with too many values. */
export const FEWER_VALUES = `at most ${MAX_VALUES} values, or one for each ${CHARACTERS} characters`

/** How many values, or cells of CSV, a string of this length may have. */
export const mostValues = (length: number): number => Math.max(MAX_VALUES, length / CHARACTERS)

/** Returns the value of a string, or `undefined` if it is not JSON, or has too many values. */
export const parseValue = (json: string): { readonly value: unknown } | undefined => (hasTooManyValues(json) ? undefined : parseJson(json))

/** Whether the object or the list that a string begins with has too many values to be parsed. */
export function hasTooManyValues(json: string): boolean {
  const most = mostValues(json.length)
  if (json.length <= most) return false
  let values = 0
  let depth = 0
  for (let at = 0; at < json.length && values <= most; at++) {
    const c = json.charAt(at)
    if (c === '{' || c === '[') {
      depth++
      values++
    } else if (depth === 0) {
      if (!isBlank(c)) return false
    } else if (c === '"') at = endOfString(json, at)
    else if (c === ',') values++
    else if (c === '}' || c === ']') {
      depth--
      if (depth === 0) return false
    }
  }
  return values > most
}

/** Returns the offset of the quote that closes the string at `from`, or the length of all. */
export function endOfString(content: string, from: number): number {
  for (let at = from + 1; at < content.length; at++) {
    const c = content.charCodeAt(at)
    if (c === 0x5c) at++
    else if (c === 0x22) return at
  }
  return content.length
}

/** Whether a character may stand before a value. */
export const isBlank = (c: string): boolean => ' \t\r\n\uFEFF'.includes(c)
