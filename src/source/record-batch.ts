/**
 * Records that are parsed together: `JSON.parse` is faster with many records of one form than with each alone, and with
 * plain ASCII than with other strings.
 *
 * @module
 */
import { parseJson } from '../scalar/json.js'
import { REPLACEMENT } from './invalid-utf-8.js'
import { NON_ASCII } from './item-rows.js'
import { textOf } from './json.js'
import { CLOSE_LIST, COMMA, OPEN_LIST } from './scan.js'

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
}

/** Records that are parsed together. */
export class RecordBatch {
  readonly records: Array<BatchRecord> = []
  /** Their total size in bytes. */
  size = 0
  /** Whether the strings of the last `values` have U+FFFD: bytes of a record may have been replaced. */
  hasReplacement = false
  private readonly ascii: Array<Segment> = []
  private readonly other: Array<Segment> = []
  private last: Segment | undefined
  private asciiCount = 0

  /** Adds a record; `follows` if only a comma separates it from the previous one. */
  add(record: BatchRecord, follows: boolean): void {
    const { start, end, flags } = record
    const isAscii = (flags & NON_ASCII) === 0
    const segments = isAscii ? this.ascii : this.other
    this.records.push(record)
    this.size += end - start
    if (isAscii) this.asciiCount++
    const { last } = this
    if (follows && last !== undefined && last === segments.at(-1)) last.end = end
    else {
      this.last = { start, end }
      segments.push(this.last)
    }
  }

  /**
   * Returns the values of all records, in their order, or `undefined` if one of them is not JSON. The first of the
   * bytes is at offset `origin`.
   */
  values(bytes: Uint8Array, origin: number): ReadonlyArray<unknown> | undefined {
    const { ascii, other, asciiCount, records } = this
    const inAscii = valuesOf(listOf(ascii, bytes, origin), asciiCount)
    if (other.length === 0 || inAscii === undefined) return inAscii
    const json = listOf(other, bytes, origin)
    this.hasReplacement = json.includes(REPLACEMENT)
    const inOther = valuesOf(json, records.length - asciiCount)
    if (asciiCount === 0 || inOther === undefined) return inOther
    let at = 0
    return records.map(({ flags }, i) => ((flags & NON_ASCII) === 0 ? inAscii[at++] : inOther[i - at]))
  }
}

function valuesOf(json: string, count: number): ReadonlyArray<unknown> | undefined {
  const values = parseJson(json)?.value
  return Array.isArray(values) && values.length === count ? values : undefined
}

/** Bytes that are decoded next. A batch of usual records fits. */
let buffer: Uint8Array | undefined
const BUFFER = 128 * 1024

/**
 * Returns the segments as one list in JSON. They are joined before they are decoded: strings are expensive to join and
 * to collect.
 */
function listOf(segments: ReadonlyArray<Segment>, bytes: Uint8Array, origin: number): string {
  let size = 1 + Math.max(segments.length, 1)
  for (const { start, end } of segments) size += end - start
  if (size <= BUFFER) buffer ??= new Uint8Array(BUFFER)
  const joined = size <= BUFFER && buffer !== undefined ? buffer : new Uint8Array(size)
  let at = 0
  joined[at++] = OPEN_LIST
  for (const { start, end } of segments) {
    if (at > 1) joined[at++] = COMMA
    joined.set(bytes.subarray(start - origin, end - origin), at)
    at += end - start
  }
  joined[at++] = CLOSE_LIST
  return textOf(joined, 0, at)
}
