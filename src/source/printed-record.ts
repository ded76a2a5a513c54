/**
 * Records that were values or strings in other values: the bytes of the file around them are not their own.
 *
 * @module
 */

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
  const json = JSON.stringify(raw) ?? ''
  return { bytes: new TextEncoder().encode(json), hasUnsafeInteger: CANDIDATE.test(json) && hasUnsafeInteger(raw) }
}

function hasUnsafeInteger(raw: unknown): boolean {
  let found = false
  JSON.stringify(raw, (_, value: unknown) => {
    found ||= Number.isInteger(value) && !Number.isSafeInteger(value)
    return value
  })
  return found
}
