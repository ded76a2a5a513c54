/**
 * Row filters: skip records that a hint rules out, by the bytes of their names and their time.
 *
 * @module
 */
import { matchesGlob } from '../event/glob.js'
import type { IndexHint } from '../event/predicate.js'
import { EVENT_NAME, EVENT_SOURCE, EVENT_TIME, FLAGS, ROW_LENGTH, UNSURE } from './item-rows.js'

/** What to do with a row. */
export type RowVerdict =
  /** The hint rules the record out, and it is certainly a CloudTrail record. */
  | 'SKIP'
  /** Likewise, and it is a Glue record. */
  | 'SKIP_GLUE'
  /** It has to be parsed. */
  | 'PARSE'

/** Decides about the row `index`. The first of the bytes is at offset `origin`. */
export type RowFilter = (bytes: Uint8Array, rows: Float64Array, index: number, origin: number) => RowVerdict

const GLUE = 'glue.amazonaws.com'

/** Sources of S3 notifications and of records of streams begin with this. */
const NO_SERVICE = 'aws:'

/** Longer names are always parsed, and at most this many names are cached. */
const LONGEST_NAME = 128
const MOST_NAMES = 1000

/** Returns the row filter of a hint. */
export function rowFilterOf({ sources, names, from, to }: IndexHint): RowFilter {
  const glue = utf8Of(GLUE)
  const noService = utf8Of(NO_SERVICE)
  const wanted = sources?.map(utf8Of)
  const isNamed = names && cachedNames((name) => names.some((pattern) => matchesGlob(pattern, name)))
  const isTimed = from !== undefined || to !== undefined
  return (bytes, rows, index, origin) => {
    const row = ROW_LENGTH * index
    const start = (member: number): number => (rows[row + member] ?? 0) - origin
    const end = (member: number): number => (rows[row + member + 1] ?? 0) - origin
    const isKnown = (member: number): boolean => rows[row + member] !== 0
    // Only a value with both names is certainly a record.
    if (((rows[row + FLAGS] ?? 0) & UNSURE) !== 0 || !isKnown(EVENT_SOURCE) || !isKnown(EVENT_NAME)) return 'PARSE'
    const source = start(EVENT_SOURCE)
    const sourceEnd = end(EVENT_SOURCE)
    if (isText(bytes, source, Math.min(source + noService.length, sourceEnd), noService)) return 'PARSE'
    const isIn =
      (wanted === undefined || wanted.some((name) => isText(bytes, source, sourceEnd, name))) &&
      (isNamed === undefined || isNamed(bytes, start(EVENT_NAME), end(EVENT_NAME))) &&
      (!isTimed || !isKnown(EVENT_TIME) || isWithin(timeAt(bytes, start(EVENT_TIME), end(EVENT_TIME)), from, to))
    if (isIn) return 'PARSE'
    return isText(bytes, source, sourceEnd, glue) ? 'SKIP_GLUE' : 'SKIP'
  }
}

function utf8Of(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

function isText(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) return false
  for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false
  return true
}

/**
 * Returns the test for the bytes of a name in plain ASCII, with its results cached: a file has few names, each of them
 * often.
 */
function cachedNames(test: (name: string) => boolean): (bytes: Uint8Array, start: number, end: number) => boolean {
  const results = new Map<string, boolean>()
  return (bytes, start, end) => {
    if (end - start > LONGEST_NAME) return true
    let name = ''
    for (let i = start; i < end; i++) name += String.fromCharCode(bytes[i] ?? 0)
    let result = results.get(name)
    if (result === undefined) {
      result = test(name)
      if (results.size < MOST_NAMES) results.set(name, result)
    }
    return result
  }
}

/** Whether a time is within bounds, or unknown. */
const isWithin = (time: number | undefined, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY): boolean =>
  time === undefined || (time >= from && time < to)

/** The usual form of `eventTime`; records with another form are parsed. A zero matches any digit. */
const FORM = '0000-00-00T00:00:00Z'
const ZERO = 0x30

/** Returns the time in milliseconds since 1970; `undefined` for any other form. */
function timeAt(bytes: Uint8Array, start: number, end: number): number | undefined {
  if (end - start !== FORM.length) return undefined
  for (let i = 0; i < FORM.length; i++) {
    const digit = (bytes[start + i] ?? 0) - ZERO
    const wanted = FORM.charCodeAt(i)
    const isRight = wanted === ZERO ? digit >= 0 && digit <= 9 : bytes[start + i] === wanted
    if (!isRight) return undefined
  }
  const number = (from: number, to: number): number => {
    let value = 0
    for (let i = start + from; i < start + to; i++) value = 10 * value + (bytes[i] ?? 0) - ZERO
    return value
  }
  const year = number(0, 4)
  const month = number(5, 7)
  const day = number(8, 10)
  const [hour, minute, second] = [number(11, 13), number(14, 16), number(17, 19)]
  // Date.UTC maps years before 100 to 1900 and later.
  if (year < 100 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  // Date.UTC moves a day that does not exist into the next month.
  return day <= 28 || new Date(time).getUTCDate() === day ? time : undefined
}
