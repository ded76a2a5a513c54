/**
 * Payloads in the record's own bytes: parsing and printing would lose long integers and duplicate members.
 *
 * @module
 */
import { textOf } from '../source/json.js'
import { valueNamed } from '../source/member.js'
import { COMMA, endOfSegment, skipWhite, trimEnd } from '../source/scan.js'

/** The payloads with a column. */
export const PAYLOADS = ['requestParameters', 'responseElements', 'additionalEventData'] as const

export type Payload = (typeof PAYLOADS)[number]

/**
 * The JSON of each payload that a record has. Of several members of one name, the last one counts, as for `JSON.parse`.
 */
export type Payloads = Readonly<Partial<Record<Payload, Uint8Array>>>

const NULL = 'null'

/**
 * Returns the JSON of the payloads that are not null.
 *
 * @param bytes - The bytes of one record that `JSON.parse` takes.
 */
export function payloadsIn(bytes: Uint8Array): Payloads {
  const found: Partial<Record<Payload, Uint8Array>> = {}
  const to = bytes.length
  for (let at = skipWhite(bytes, 0, to) + 1; at < to; ) {
    const end = endOfSegment(bytes, at, to)
    for (const name of PAYLOADS) {
      const value = valueNamed(bytes, at, to, name)
      if (value >= 0) found[name] = bytes.subarray(value, trimEnd(bytes, value, end))
    }
    at = bytes[end] === COMMA ? end + 1 : to
  }
  for (const name of PAYLOADS) {
    const value = found[name]
    if (value?.length === NULL.length && textOf(value, 0, value.length) === NULL) delete found[name]
  }
  return found
}
