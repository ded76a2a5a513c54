/**
 * Turns byte ranges into entries: each range is parsed, decoded and filtered; what cannot be read becomes an issue.
 *
 * @module
 */
import { isObject } from '../codec/check.js'
import { type DecodeOptions, decodeRecord } from '../event/decode-record.js'
import { isGlueRecord } from '../event/name-guards.js'
import type { RecordPredicate } from '../event/predicate.js'
import type { DecodeResult } from '../event/result.js'
import { parseJson } from '../scalar/json.js'
import { ByteSlab } from './byte-slab.js'
import { NO_COUNTS } from './counts.js'
import type { RecordSink } from './find-records.js'
import { invalidUtf8In } from './invalid-utf-8.js'
import { END, FLAGS, LONG_DIGITS, NON_ASCII, ROW_LENGTH, START } from './item-rows.js'
import { textOf } from './json.js'
import { Kept } from './kept.js'
import type { LogLimits } from './limits.js'
import type { LogBatch, LogCounts, LogEntry } from './log-entry.js'
import { type LogIssue, notALog, OTHER_JSON } from './log-issue.js'
import { mayHoldRecords } from './may-hold-records.js'
import { memberAt } from './member.js'
import { otherJson } from './other-file.js'
import { printedRecord } from './printed-record.js'
import { type BatchRecord, RecordBatch } from './record-batch.js'
import { namesIn, type RecordNames } from './record-names.js'
import { type RowFilter, rowFilterOf } from './row-filter.js'
import { OPEN_OBJECT } from './scan.js'
import type { TextWindow } from './text-window.js'
import { unsafeNumberIn, unsafeNumberIssue } from './unsafe-number.js'

/** How ranges are read. */
export interface EntryOptions extends DecodeOptions, Required<Pick<LogLimits, 'maxRecordBytes' | 'maxOtherValues'>> {
  readonly where?: RecordPredicate
  readonly strict?: boolean
  /** Whether entries carry copies of their bytes, because the window releases them. */
  readonly keepsBytes?: boolean
  /** Returns the records in a value, if the value is not itself a record. */
  readonly recordsIn?: (value: unknown) => ReadonlyArray<unknown>
}

/**
 * The bytes of records that are parsed at once, and that a batch has: V8 allocates much larger values in old space,
 * which is expensive to collect.
 */
const BATCH = 48 * 1024

/** The most records of either, however small they are. */
const MAX_ENTRIES = 1000

/** The most bytes of values that are not records which are held back until the file proves to be a log. */
const MAX_HELD = 1024 * 1024

/** Names of a log, a record or its members, in any spelling, and the length of the shortest. */
const MENTION = /cloud_?trail|event_?(?:name|source)|"records"/i
const SHORTEST_MENTION = 9

/** The bytes of a value too large to be parsed in which names are searched for that show what the file is. */
const MAX_HEAD = 64 * 1024

type Counts = { -readonly [K in keyof LogCounts]: number }

/** What was found since the last call. */
export interface Found extends Pick<LogBatch, 'entries' | 'counts' | 'issues'> {
  /** Those of the entries that are values which may hold records; they are opened next. */
  readonly openable: ReadonlySet<LogEntry>
  /** Whether the only entry is the whole file as one string, because it does not begin as JSON does. */
  readonly isOneString: boolean
  /** What is kept of the file so far: whoever opens values counts there as well. */
  readonly kept: Kept
}

const NONE: ReadonlySet<LogEntry> = /* @__PURE__ */ new Set()

/** Takes the ranges of one file and collects their entries, counts and issues. */
export class EntryCollector implements RecordSink {
  private entries: Array<LogEntry> = []
  private issues: Array<LogIssue> = []
  private openable: Set<LogEntry> | undefined
  private isOneString = false
  private counts: Counts = { ...NO_COUNTS }
  private batch = new RecordBatch()
  /** The total size of the entries in bytes. */
  private size = 0
  /** The number of records, and values where a record is expected, so far. */
  private index = 0
  private readonly kept: Kept
  /** Whether the file has proved to be a log: by a list `Records`, a record, or a damaged one. */
  private isLog = false
  /** What the file is, by its first value, if it is no log. */
  private otherKind: LogIssue | undefined
  /** Whether a value before the first record mentions records: then the file may hold some in another form. */
  private mentionsRecords = false
  /** The names of a large record, read before its first bytes were released. */
  private seen: { readonly start: number; readonly names: RecordNames } | undefined
  private readonly slab = new ByteSlab()
  private readonly others = new Map<string, DecodeResult>()

  // Copied from the options: callers build these in many shapes, and V8 discards compiled code that meets a new shape.
  private readonly where: RecordPredicate | undefined
  private readonly maxRecordBytes: number
  private readonly keepsBytes: boolean
  private readonly recordsIn: EntryOptions['recordsIn']
  private readonly decodeOptions: DecodeOptions
  private readonly rowFilter: RowFilter | undefined

  constructor(
    private readonly window: TextWindow,
    { where, strict, maxRecordBytes, maxOtherValues, keepsBytes, recordsIn, maxIssues, maxDepth }: EntryOptions,
  ) {
    this.where = where
    this.maxRecordBytes = maxRecordBytes
    this.kept = new Kept(maxOtherValues)
    this.keepsBytes = keepsBytes === true
    this.recordsIn = recordsIn
    this.decodeOptions = { ...(maxIssues === undefined ? {} : { maxIssues }), ...(maxDepth === undefined ? {} : { maxDepth }) }
    const hint = strict === true || recordsIn !== undefined ? undefined : where?.index
    this.rowFilter = hint && rowFilterOf(hint)
  }

  /**
   * Returns what was found since the last call. For a file that has not proved to be a log, that is a single issue, at
   * its end.
   */
  take(isLast: boolean): Found {
    this.flush()
    const { issues } = this
    if (!this.isLog && this.index > 0) {
      if (!isLast) return nothing([])
      const isOther = issues.length === 0 && !this.mentionsRecords && this.recordsIn === undefined
      return nothing([this.otherKind ?? (isOther ? OTHER_JSON : notALog('JSON without a record'))])
    }
    const { entries, counts, openable = NONE, isOneString, kept } = this
    const found = { entries, counts, issues, openable, isOneString, kept }
    this.openable = undefined
    this.isOneString = false
    this.entries = []
    this.issues = []
    this.counts = { ...NO_COUNTS }
    this.size = 0
    return found
  }

  isFull(): boolean {
    return this.isLog && (this.size >= BATCH || this.entries.length >= MAX_ENTRIES)
  }

  rows(rows: Float64Array, count: number, areItems: boolean): void {
    const { window, rowFilter } = this
    const { bytes, origin } = window
    let follows = false
    for (let i = 0; i < count; i++) {
      const row = ROW_LENGTH * i
      const start = rows[row + START] ?? 0
      const end = rows[row + END] ?? 0
      const verdict = rowFilter === undefined ? 'PARSE' : rowFilter(bytes, rows, i, origin)
      if (end - start > this.maxRecordBytes) this.value(start, end)
      else if (verdict === 'PARSE') {
        this.batch.add({ index: this.index++, start, end, flags: rows[row + FLAGS] ?? 0 }, follows)
        follows = areItems
        if (this.batch.size < BATCH && this.batch.records.length < MAX_ENTRIES) continue
        this.flush()
      } else this.skip(verdict === 'SKIP_GLUE')
      follows = false
    }
  }

  value(start: number, end: number): void {
    this.flush()
    const index = this.index++
    if (end - start > this.maxRecordBytes) this.tooLarge(index, start, end)
    else this.read({ index, start, end, flags: NON_ASCII | LONG_DIGITS })
  }

  /** Takes the whole file as one string, because it does not begin as JSON does. */
  string(start: number, end: number): void {
    this.isLog = true
    this.count('left')
    const issue = { code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'a string' } as const
    const result = { _tag: 'Left', left: [issue] } as const
    this.isOneString = true
    this.keepOpenable({ index: this.index++, result, raw: this.stringAt(start, end), start, end })
  }

  damaged(start: number, end: number): void {
    this.flush()
    this.brokenRecord(this.index++, start, end)
  }

  unfinished(start: number, end: number, isRecord: boolean): void {
    this.flush()
    const index = isRecord ? { index: this.index++ } : {}
    if (isRecord) {
      this.isLog = true
      this.count('broken')
    }
    const expected = start === end ? 'more' : 'its end'
    this.issue({ code: 'CUT_SHORT', ...index, offset: start, length: end - start, expected, received: 'the end of the file' })
  }

  broken(start: number, end: number, expected: string): void {
    this.flush()
    this.issue({ code: 'BROKEN_TEXT', offset: start, length: end - start, expected, received: 'something else' })
  }

  log(): void {
    this.isLog = true
  }

  large(start: number): void {
    this.see(start, this.index)
  }

  private see(start: number, index: number): void {
    if (this.seen?.start !== start) this.seen = { start, names: this.namesAt(start, this.window.end, index) }
  }

  /** Parses and decodes the pending batch. */
  flush(): void {
    const { batch, window } = this
    if (batch.records.length === 0) return
    this.batch = new RecordBatch()
    const values = batch.values(window.bytes, window.origin)
    // Reading each alone finds the damaged one.
    if (values === undefined) for (const record of batch.records) this.read(record)
    else {
      const flags = batch.hasReplacement ? LONG_DIGITS | NON_ASCII : LONG_DIGITS
      for (let i = 0; i < batch.records.length; i++) this.decode(batch.records[i] as BatchRecord, values[i], undefined, flags)
    }
  }

  private read(record: BatchRecord): void {
    const { index, start, end } = record
    const json = this.stringAt(start, end)
    const value = parseJson(json)
    if (value === undefined) this.brokenRecord(index, start, end)
    else this.decode(record, value.value, json, LONG_DIGITS | NON_ASCII)
  }

  private stringAt(start: number, end: number): string {
    const { bytes, origin } = this.window
    return textOf(bytes, start - origin, end - origin)
  }

  private decode(record: BatchRecord, value: unknown, json: string | undefined, flags: number): void {
    if (this.recordsIn === undefined) this.decodeOne(record, value, json, flags)
    else for (const one of this.recordsIn(value)) this.decodeOne(record, one, json, flags)
  }

  /** Decodes a value of a record. Of the flags of its row, those in `flags` are still to be checked. */
  private decodeOne(record: BatchRecord, raw: unknown, json: string | undefined, flags: number): void {
    const { where } = this
    const { index, start, end } = record
    const result = isLookupEvent(raw) ? LOOKUP_EVENT : decodeRecord(raw, this.decodeOptions)
    if (result._tag === 'Left') {
      this.mentionsRecords ||= !this.isLog && end - start >= SHORTEST_MENTION && MENTION.test(json ?? this.stringAt(start, end))
      this.other(index, start, end, raw, result)
      return
    }
    this.isLog = true
    if (isGlueRecord(result.right)) this.counts.glue++
    const match = where === undefined ? undefined : where.test(result.right)
    if (match === 'NO') {
      this.count('unmatched')
      return
    }
    this.count(match === 'UNKNOWN' ? 'unknown' : 'matched')
    if (match === undefined) this.keep({ index, result, raw, start, end })
    else if (match === 'YES' || where?.explain === undefined) this.keep({ index, result, raw, start, end, match })
    else this.keep({ index, result, raw, start, end, match, matchReasons: where.explain(result.right) })
    // The numbers of a record of an export are checked where it is printed.
    if ((record.flags & (this.recordsIn === undefined ? flags : flags & NON_ASCII)) !== 0) this.check(record, json)
  }

  /** Keeps a value that is not a record, up to a limit. Values of the same kind share their result. */
  private other(index: number, start: number, end: number, raw: unknown, result: DecodeResult): void {
    this.count('left')
    const otherKind = index === 0 && isObject(raw) ? otherJson((name) => Object.hasOwn(raw, name)) : undefined
    if (otherKind !== undefined) this.otherKind = otherKind
    else if (mayHoldRecords(raw)) {
      // It is opened once the batch is complete, because that may have to wait for inflating.
      this.isLog = true
      this.keepOpenable({ index, result: this.sharedOf(result), raw, start, end })
      return
    }
    if (!this.kept.other() || (!this.isLog && this.size > MAX_HELD)) return
    this.keep({ index, result: this.sharedOf(result), raw, start, end })
  }

  private sharedOf(result: DecodeResult): DecodeResult {
    const key = result._tag === 'Left' && result.left.length === 1 ? result.left[0].received : undefined
    const shared = key === undefined ? result : (this.others.get(key) ?? result)
    if (key !== undefined) this.others.set(key, shared)
    return shared
  }

  private tooLarge(index: number, start: number, end: number): void {
    this.count('left')
    const limit = `at most ${this.maxRecordBytes} bytes`
    this.see(start, index)
    const { names } = this.seen as { readonly names: RecordNames }
    if (Object.keys(names).length > 0) this.isLog = true
    if (this.kept.other()) {
      const issue = { code: 'NOT_A_RECORD', path: [], expected: `a CloudTrail record of ${limit}`, received: 'a larger one' } as const
      this.keep({ index, result: { _tag: 'Left', left: [issue] }, raw: undefined, start, end, names })
    }
    this.issue({ code: 'RECORD_TOO_LARGE', index, offset: start, length: end - start, expected: limit, received: `${end - start}` })
  }

  /** Returns the names of a large record that are in its first bytes. */
  private namesAt(start: number, end: number, index: number): RecordNames {
    const { bytes, origin } = this.window
    const at = start - origin
    if (bytes[at] !== OPEN_OBJECT) return {}
    const to = Math.min(end - origin, at + this.maxRecordBytes)
    if (index === 0) this.otherKind = otherJson((name) => memberAt(bytes, at, Math.min(to, at + MAX_HEAD), name) >= 0)
    return namesIn(bytes, at, to)
  }

  private keepOpenable(entry: LogEntry): void {
    this.openable ??= new Set()
    this.openable.add(this.keep(entry))
  }

  private keep(found: LogEntry): LogEntry {
    let entry = found
    const { start, end } = entry
    const { origin, bytes } = this.window
    this.size += end - start
    // The record of an export is not the value in the file.
    if (this.recordsIn !== undefined) {
      const printed = printedRecord(entry.raw)
      entry = { ...entry, bytes: printed.bytes }
      if (printed.unsafe !== undefined && entry.result._tag !== 'Left') this.issue(unsafeNumberIssue(printed.unsafe, entry.index, start))
    }
    // Not a copy with one member more, for each of which V8 keeps a hidden class until it collects everything.
    if (this.keepsBytes && entry.bytes === undefined) {
      Object.assign(entry, { bytes: entry.names === undefined ? this.slab.copy(bytes, start - origin, end - origin) : NO_BYTES })
    }
    this.entries.push(entry)
    return entry
  }

  /** Counts a record that the row filter rules out: its bytes show that it is a record, and the rest is not read. */
  private skip(isGlue: boolean): void {
    this.index++
    this.isLog = true
    this.count('unmatched')
    if (isGlue) this.counts.glue++
  }

  private count(name: Exclude<keyof LogCounts, 'records' | 'glue'>): void {
    this.counts.records++
    this.counts[name]++
  }

  private brokenRecord(index: number, start: number, end: number): void {
    this.isLog = true
    this.count('broken')
    const received = start === end ? 'nothing' : 'something else'
    this.issue({ code: 'BROKEN_RECORD', index, offset: start, length: end - start, expected: 'JSON', received })
  }

  /** Reports what parsing may have changed in a record that is kept. */
  private check({ index, start, end, flags }: BatchRecord, known: string | undefined): void {
    const { bytes, origin } = this.window
    const json = known ?? this.stringAt(start, end)
    const number = (flags & LONG_DIGITS) === 0 ? undefined : unsafeNumberIn(bytes, start - origin, end - origin, json)
    if (number !== undefined) this.issue(unsafeNumberIssue(number.code, index, number.at + origin))
    const at = (flags & NON_ASCII) === 0 ? -1 : invalidUtf8In(bytes, start - origin, json)
    if (at >= 0) this.issue({ code: 'INVALID_UTF8', index, offset: at + origin, expected: 'UTF-8', received: 'other bytes' })
  }

  private issue(issue: LogIssue): void {
    if (this.kept.issue()) this.issues.push(issue)
  }
}

const LOOKUP_EVENT = {
  _tag: 'Left',
  left: [{ code: 'NOT_A_RECORD', path: [], expected: 'a CloudTrail record', received: 'an event of LookupEvents' }],
} as const

/** Nothing but issues. */
export const nothing = (issues: ReadonlyArray<LogIssue>): Found => ({
  entries: [],
  counts: NO_COUNTS,
  issues,
  openable: NONE,
  isOneString: false,
  kept: new Kept(0),
})

/** An event of `LookupEvents` with names in lower case looks like a record, which it holds as JSON. */
const isLookupEvent = (raw: unknown): boolean => isObject(raw) && typeof raw.cloudTrailEvent === 'string'

const NO_BYTES = /* @__PURE__ */ new Uint8Array(0)
