/**
 * Finds records that CloudTrail delivered more than once: it delivers at least once, in other files or in the same.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import { eventIdOf } from '../insight/event-id.js'

/** The fewest records that are remembered, the last ones read; twice as many are the most. One takes some 100 bytes. */
const REMEMBERED = 250_000

/** A record, and its bytes. */
interface Content {
  readonly record: unknown
  readonly bytes: Uint8Array
}

/** Remembers which records were read, the last ones alone. */
export class Repeats {
  /** Whether records were forgotten, so that a repeated one may have been missed. */
  hasForgotten = false
  private recent = new Set<string>()
  private before: ReadonlySet<string> = new Set()

  /**
   * Creates an empty memory.
   *
   * @param remembered - The fewest records that are remembered.
   */
  constructor(private readonly remembered = REMEMBERED) {}

  /**
   * Returns whether a record with this key was read before, and remembers it. A record without a key is never repeated.
   */
  has(key: string): boolean {
    if (key === '') return false
    if (this.recent.has(key)) return true
    const isRepeated = this.before.has(key)
    this.recent.add(key)
    if (this.recent.size >= this.remembered) {
      this.hasForgotten ||= this.before.size > 0
      this.before = this.recent
      this.recent = new Set()
    }
    return isRepeated
  }

  /** Returns the records that were not read before, and reports each of the others. */
  *once<A extends Content>(records: Iterable<A>, repeated: () => void): Generator<A, void, undefined> {
    for (const shown of records) {
      if (this.has(repeatKeyOf(shown))) repeated()
      else yield shown
    }
  }
}

/**
 * Returns what is the same in a record that was delivered twice, and differs in any other: the SHA-256 of its JSON.
 * Empty without an `eventID`, which alone is not enough: a record that someone else wrote with it would hide this one.
 */
export function repeatKeyOf({ record, bytes }: Content): string {
  return eventIdOf(record) === undefined ? '' : createHash('sha256').update(jsonOf(record, bytes)).digest('base64')
}

/** Returns the JSON of a record, which is the same however it is spaced; its bytes where it is too deep to print. */
function jsonOf(record: unknown, bytes: Uint8Array): string | Uint8Array {
  try {
    return JSON.stringify(record)
  } catch {
    return bytes
  }
}
