/**
 * Records that were values or strings in other values: the bytes of the file around them are not their own.
 *
 * @module
 */
import { totalJson } from './total-json.js'

/** A record, printed again. */
export interface PrintedRecord {
  /** Its JSON; empty if there is none. */
  readonly bytes: Uint8Array
  /** Whether it has an integer from 2^53 on: what was written may have been one of its neighbours. */
  readonly hasUnsafeInteger: boolean
}

/** Most records have no such run of characters, not even in a string. */
const CANDIDATE = /\d{16}|\de\+/

/** Prints a record. */
export function printedRecord(raw: unknown): PrintedRecord {
  const json = totalJson(raw)
  return { bytes: new TextEncoder().encode(json), hasUnsafeInteger: CANDIDATE.test(json) && hasUnsafeInteger(raw) }
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
