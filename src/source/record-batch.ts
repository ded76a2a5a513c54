/**
 * Records that are parsed together: `JSON.parse` is faster with many records of one form than with each alone, and with plain ASCII than with
 * other text.
 *
 * @module
 */
import { NON_ASCII } from './item-rows.js'
import { parsed, textOf } from './json.js'

/** A record of a batch. */
export interface BatchRecord {
  readonly index: number
  readonly start: number
  readonly end: number
  /** As its row has them. */
  readonly flags: number
}

/** A segment of the text: records with nothing but commas between them. */
interface Segment {
  readonly start: number
  end: number
  readonly isAscii: boolean
}

/** Records whose values are asked for together. */
export class RecordBatch {
  readonly records: Array<BatchRecord> = []
  /** How many bytes they have together. */
  size = 0
  private readonly segments: Array<Segment> = []

  /** Adds a record; `follows` where nothing but a comma stands between the one that was added before and this one. */
  add(record: BatchRecord, follows: boolean): void {
    const { start, end, flags } = record
    const isAscii = (flags & NON_ASCII) === 0
    const last = this.segments.at(-1)
    this.records.push(record)
    this.size += end - start
    if (follows && last !== undefined && last.isAscii === isAscii) last.end = end
    else this.segments.push({ start, end, isAscii })
  }

  /** The values of all records, in their order, or `undefined` where one of them is no JSON. The text's first byte stands at `origin`. */
  values(bytes: Uint8Array, origin: number): ReadonlyArray<unknown> | undefined {
    const json = this.segments.map(({ start, end }) => textOf(bytes, start - origin, end - origin))
    const values = parsed(`[${json.join(',')}]`)?.value
    return Array.isArray(values) && values.length === this.records.length ? values : undefined
  }
}
