/**
 * Payloads in the record's own bytes: parsing and printing would lose long integers and duplicate members.
 *
 * @module
 */
import { textOf } from '../source/json.js'
import { valueNamed } from '../source/member.js'
import { COMMA, endOfSegment, skipWhite } from '../source/scan.js'

/** The payloads with a column. */
export const PAYLOADS = ['requestParameters', 'responseElements', 'additionalEventData'] as const

export type Payload = (typeof PAYLOADS)[number]

/**
 * The JSON of each payload that a record has. Of several members of one name, the last one counts, as for `JSON.parse`.
 */
export type Payloads = Readonly<Partial<Record<Payload, string>>>

const NULL = 'null'

/**
 * Returns the JSON of the payloads that are not null.
 *
 * @param bytes - The bytes of one record that `JSON.parse` takes.
 */
export function payloadsIn(bytes: Uint8Array): Payloads {
  const found: Partial<Record<Payload, string>> = {}
  const to = bytes.length
  for (let at = skipWhite(bytes, 0, to) + 1; at < to; ) {
    const end = endOfSegment(bytes, at, to)
    for (const name of PAYLOADS) {
      const value = valueNamed(bytes, at, to, name)
      if (value >= 0) found[name] = textOf(bytes, value, end).trimEnd()
    }
    at = bytes[end] === COMMA ? end + 1 : to
  }
  for (const name of PAYLOADS) if (found[name] === NULL) delete found[name]
  return found
}
