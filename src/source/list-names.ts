/**
 * The names of lists that are read item by item.
 *
 * @module
 */
import { isName } from './member.js'
import { closingQuote, QUOTE } from './scan.js'

/**
 * Lists of which each item is read by itself: of log files, of answers of `LookupEvents`, CloudWatch Logs and SQS,
 * which may be long.
 */
const LISTS = ['Records', 'Events', 'events', 'Messages', 'results']

const NAME: Uint8Array = /* @__PURE__ */ Uint8Array.from('"Records"', (char) => char.charCodeAt(0))

/** The length of the name `Records` with its quotes. */
export const NAME_LENGTH = 9

/** Whether the string that begins at `open` and ends before `to` is the name of such a list. */
export function isListName(bytes: Uint8Array, open: number, to: number): boolean {
  const close = closingQuote(bytes, open + 1, to)
  return close >= 0 && LISTS.some((name) => isName(bytes, open, close, name))
}

/** Returns where the name `Records` is next, spelled without escapes, or -1. */
export function indexOfRecords(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(QUOTE, from); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    if (NAME.every((byte, i) => bytes[at + i] === byte)) return at
  }
  return -1
}
