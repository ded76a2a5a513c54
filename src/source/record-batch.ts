/**
 * Records that are parsed together: `JSON.parse` is faster with many records of one form than with each alone, and with plain ASCII than with
 * other strings.
 *
 * @module
 */

import { parseJson } from '../scalar/json.js'
import { NON_ASCII } from './item-rows.js'
import { textOf } from './json.js'

/** A record of a batch. */
export interface BatchRecord {
  readonly index: number
  readonly start: number
  readonly end: number
  /** The flags of its row. */
  readonly flags: number
}

/** A byte range of records with nothing but commas between them. */
interface Segment {
  readonly start: number
  end: number
  readonly isAscii: boolean
}

/** Records that are parsed together. */
export class RecordBatch {
  readonly records: Array<BatchRecord> = []
  /** Their total size in bytes. */
  size = 0
  private readonly segments: Array<Segment> = []

  /** Adds a record; `follows` if only a comma separates it from the previous one. */
  add(record: BatchRecord, follows: boolean): void {
    const { start, end, flags } = record
    const isAscii = (flags & NON_ASCII) === 0
    const last = this.segments.at(-1)
    this.records.push(record)
    this.size += end - start
    if (follows && last !== undefined && last.isAscii === isAscii) last.end = end
    else this.segments.push({ start, end, isAscii })
  }

  /** Returns the values of all records, in their order, or `undefined` if one of them is not JSON. The first of the bytes is at offset `origin`. */
  values(bytes: Uint8Array, origin: number): ReadonlyArray<unknown> | undefined {
    const json = this.segments.map(({ start, end }) => textOf(bytes, start - origin, end - origin))
    const values = parseJson(`[${json.join(',')}]`)?.value
    return Array.isArray(values) && values.length === this.records.length ? values : undefined
  }
}
