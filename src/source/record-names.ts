/**
 * The names of a record that is too large to be parsed whole.
 *
 * @module
 */
import { parseJson } from '../scalar/json.js'
import { defined } from './defined.js'
import { textOf } from './json.js'
import { memberAt } from './member.js'
import { closingQuote, QUOTE } from './scan.js'

/**
 * The names of a record that were found in its bytes.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface RecordNames {
  /** The service, such as `glue.amazonaws.com`. */
  readonly eventSource?: string
  /** The API, such as `CreateTable`. */
  readonly eventName?: string
}

/** The longest name that is read. */
const MAX_NAME = 1024

/** Returns the names of the object at `start`. */
export function namesIn(bytes: Uint8Array, start: number, end: number): RecordNames {
  const nameIn = (member: string): string | undefined => stringMember(bytes, start, end, member)
  return defined({ eventSource: nameIn('eventSource'), eventName: nameIn('eventName') })
}

function stringMember(bytes: Uint8Array, start: number, end: number, name: string): string | undefined {
  const at = memberAt(bytes, start, end, name)
  if (at < 0 || bytes[at] !== QUOTE) return undefined
  const close = closingQuote(bytes, at + 1, Math.min(end, at + MAX_NAME))
  const value = close < 0 ? undefined : parseJson(textOf(bytes, at, close + 1))?.value
  return typeof value === 'string' ? value : undefined
}
