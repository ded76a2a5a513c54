/**
 * Records that were values or strings in other values: the bytes of the file around them are not their own.
 *
 * @module
 */
import { totalJson } from './total-json.js'
import { type UnsafeNumber, unsafeNumberIn } from './unsafe-number.js'

/** The bytes of a record by itself. */
export interface PrintedRecord {
  /** Its JSON; empty if there is none. */
  readonly bytes: Uint8Array
  /** Whether it has an integer from 2^53 on, or another number that `JSON.parse` may have changed. */
  readonly unsafe: UnsafeNumber['code'] | undefined
}

/** Most records have no such run of characters, not even in a string. */
const CANDIDATE = /\d{16}|\de\+/

/** Half of a character: it has no bytes of its own in UTF-8, but an escape in JSON. */
const HALF = /\p{Surrogate}/u

/** Returns the JSON of a record: as it was written if it was a string, else printed again. */
export function printedRecord(raw: unknown, written?: string): PrintedRecord {
  const isWritten = written !== undefined && !HALF.test(written)
  const json = isWritten ? written.trim() : totalJson(raw)
  const bytes = new TextEncoder().encode(json)
  if (isWritten) return { bytes, unsafe: unsafeNumberIn(bytes, 0, bytes.length, json)?.code }
  return { bytes, unsafe: CANDIDATE.test(json) && hasUnsafeInteger(raw) ? 'UNSAFE_INTEGER' : undefined }
}

function hasUnsafeInteger(raw: unknown): boolean {
  const open = [raw]
  while (open.length > 0) {
    const value = open.pop()
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) return true
    if (typeof value === 'object' && value !== null) for (const member of Object.values(value)) open.push(member)
  }
  return false
}
