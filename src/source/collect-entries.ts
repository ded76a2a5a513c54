/**
 * From places in a text to entries: each place is parsed, decoded and asked about, and what cannot be read is an issue.
 *
 * @module
 */
import { type DecodeOptions, decodeRecord } from '../event/decode-record.js'
import { isGlueRecord } from '../event/name-guards.js'
import type { RecordPredicate } from '../event/predicate.js'
import type { DecodeResult } from '../event/result.js'
import type { RecordSink } from './find-records.js'
import { type Look, lookOf } from './index-hint.js'
import { END, FLAGS, LONG_DIGITS, ROW_LENGTH, START } from './item-rows.js'
import { parsed, textOf } from './json.js'
import type { LogCounts, LogEntry } from './log-entry.js'
import type { LogIssue } from './log-issue.js'
import { type BatchRecord, RecordBatch } from './record-batch.js'
import { namesIn, type RecordNames } from './record-names.js'
import { OPEN_OBJECT } from './scan.js'
import { unsafeIntegerIn } from './unsafe-integer.js'

/** So many issues of one file are kept. */
export const MAX_LOG_ISSUES = 1000

/** How places are read. */
export interface EntryOptions extends DecodeOptions {
  readonly where?: RecordPredicate
  readonly maxRecordBytes: number
  readonly strict?: boolean
  /** Entries carry copies of their bytes: the text will not stay. */
  readonly keepsBytes?: boolean
}

/** So many bytes of records are parsed at once: what V8 makes of much more is born old, and dear to throw away. */
const BATCH = 48 * 1024

/** Of a file in which nothing was found. */
export const NO_COUNTS: LogCounts = { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 }

type Counts = { -readonly [K in keyof LogCounts]: number }

interface Mark {
  readonly entries: number
  readonly issues: number
  readonly dropped: number
  readonly named: number
  readonly isLog: boolean
  readonly counts: LogCounts
}

/** Takes the places of one text and keeps what they hold. */
export class EntryCollector implements RecordSink<Mark> {
  readonly entries: Array<LogEntry> = []
  readonly issues: Array<LogIssue> = []
  counts: Counts = { ...NO_COUNTS }
  /** Whether something says that this is a log: a list `Records`. */
  isLog = false
  /** Issues that were not kept. */
  dropped = 0
  /** Records that are too large and have a name. */
  private named = 0
  /** What was found of a large record before its first bytes were let go. */
  private seen: { readonly start: number; readonly names: RecordNames } | undefined

  private readonly look: Look | undefined
  private batch = new RecordBatch()

  private origin = 0

  // Taken out of the options: callers make these in many ways, and compiled code that has met one way is thrown away at the next.
  private readonly where: RecordPredicate | undefined
  private readonly maxRecordBytes: number
  private readonly keepsBytes: boolean
  private readonly decodeOptions: DecodeOptions

  constructor(
    private text: Uint8Array,
    { where, strict, maxRecordBytes, keepsBytes, maxIssues, maxDepth }: EntryOptions,
  ) {
    this.where = where
    this.maxRecordBytes = maxRecordBytes
    this.keepsBytes = keepsBytes === true
    this.decodeOptions = { ...(maxIssues === undefined ? {} : { maxIssues }), ...(maxDepth === undefined ? {} : { maxDepth }) }
    this.look = where?.index === undefined || strict === true ? undefined : lookOf(where.index)
  }

  /** From here on this is the text, whose first byte stands at `origin`; nothing in front of it is asked for any more. */
  moveTo(text: Uint8Array, origin: number): void {
    this.flush()
    this.text = text
    this.origin = origin
  }

  /** The entries since the last time. */
  taken(): ReadonlyArray<LogEntry> {
    this.flush()
    return this.entries.splice(0)
  }

  /** The record that begins here is too large, and its first bytes will be gone when its end is found: what they tell is looked at now. */
  letGo(start: number): void {
    if (this.seen?.start !== start) this.seen = { start, names: this.namesAt(start, this.origin + this.text.length) }
  }

  places(rows: Float64Array, count: number, areItems: boolean): void {
    let follows = false
    for (let i = 0; i < count; i++) {
      const row = ROW_LENGTH * i
      const start = rows[row + START] ?? 0
      const end = rows[row + END] ?? 0
      if (end - start > this.maxRecordBytes) {
        this.flush()
        this.tooLarge(this.counts.records++, start, end)
        follows = false
        continue
      }
      const glimpse = this.look?.(this.text, rows, i, this.origin) ?? 'in'
      if (glimpse !== 'in') {
        this.passedOver(glimpse === 'out of Glue')
        follows = false
        continue
      }
      this.batch.add({ index: this.counts.records++, start, end, flags: rows[row + FLAGS] ?? 0 }, follows)
      follows = areItems
      if (this.batch.size >= BATCH) {
        this.flush()
        follows = false
      }
    }
  }

  place(start: number, end: number): void {
    this.flush()
    const index = this.counts.records++
    if (end - start > this.maxRecordBytes) this.tooLarge(index, start, end)
    else this.read(index, start, end)
  }

  /** Reads all that waits to be read together. To be called before anything is asked of the collector. */
  flush(): void {
    const { batch } = this
    if (batch.records.length === 0) return
    this.batch = new RecordBatch()
    const values = batch.values(this.text, this.origin)
    for (let i = 0; i < batch.records.length; i++) {
      const { index, start, end, flags } = batch.records[i] as BatchRecord
      // One that is damaged is found by reading each alone.
      if (values === undefined) this.read(index, start, end)
      else if (this.decoded(index, start, end, values[i]) && (flags & LONG_DIGITS) !== 0)
        this.checkIntegers(index, start, end, this.stringAt(start, end))
    }
  }

  /** Counts a record that the hint of `where` rules out: its bytes say that it is one, and nothing more of it is looked at. */
  private passedOver(isGlue: boolean): void {
    this.counts.records++
    this.counts.unmatched++
    if (isGlue) this.counts.glue++
  }

  private read(index: number, start: number, end: number): void {
    const length = end - start
    const json = this.stringAt(start, end)
    // An error is dear, and there may be as many places with nothing in them as there are bytes.
    const value = length === 0 ? undefined : parsed(json)
    if (value !== undefined) {
      if (this.decoded(index, start, end, value.value)) this.checkIntegers(index, start, end, json)
      return
    }
    this.counts.broken++
    const received = length === 0 ? 'nothing' : 'something else'
    this.issue({ code: 'BROKEN_RECORD', index, offset: start, length, expected: 'JSON', received })
  }

  unfinished(start: number, end: number, isRecord: boolean): void {
    this.flush()
    const index = isRecord ? this.counts.records++ : undefined
    if (isRecord) this.counts.broken++
    const isEnd = end === this.origin + this.text.length
    this.issue({
      code: isEnd ? 'CUT_SHORT' : 'BROKEN_RECORD',
      ...(index === undefined ? {} : { index }),
      offset: start,
      length: end - start,
      expected: start === end ? 'more' : 'its end',
      received: isEnd ? 'the end of the text' : 'the end of the line',
    })
  }

  broken(start: number, end: number, expected: string, received = 'something else'): void {
    this.flush()
    this.issue({ code: 'BROKEN_TEXT', offset: start, length: end - start, expected, received })
  }

  log(): void {
    this.isLog = true
  }

  mark(): Mark {
    this.flush()
    return {
      entries: this.entries.length,
      issues: this.issues.length,
      dropped: this.dropped,
      named: this.named,
      isLog: this.isLog,
      counts: { ...this.counts },
    }
  }

  rewind(mark: Mark): void {
    this.batch = new RecordBatch()
    this.entries.length = mark.entries
    this.issues.length = mark.issues
    this.dropped = mark.dropped
    this.named = mark.named
    this.isLog = mark.isLog
    this.counts = { ...mark.counts }
  }

  private keep(entry: LogEntry): void {
    if (!this.keepsBytes) {
      this.entries.push(entry)
      return
    }
    const isGone = entry.start < this.origin
    const bytes = isGone ? new Uint8Array(0) : this.text.slice(entry.start - this.origin, entry.end - this.origin)
    this.entries.push({ ...entry, bytes })
  }

  private namesAt(start: number, end: number): RecordNames {
    const at = start - this.origin
    return this.text[at] === OPEN_OBJECT ? namesIn(this.text, at, end - this.origin) : {}
  }

  /** The issues that were kept, and how many were not. */
  get allIssues(): ReadonlyArray<LogIssue> {
    const { issues, dropped } = this
    if (dropped === 0) return issues
    return [...issues, { code: 'MORE_ISSUES', expected: `at most ${MAX_LOG_ISSUES} issues`, received: `${dropped} more` }]
  }

  private stringAt(start: number, end: number): string {
    return textOf(this.text, start - this.origin, end - this.origin)
  }

  /** Whether nothing that was found is a record, or could have been one. */
  get hasNoRecord(): boolean {
    const { matched, unknown, unmatched, broken, left } = this.counts
    return !this.isLog && left > 0 && matched + unknown + unmatched + broken === 0 && this.named === 0
  }

  private issue(issue: LogIssue): void {
    if (this.issues.length < MAX_LOG_ISSUES) this.issues.push(issue)
    else this.dropped++
  }

  /** Adds an entry unless `where` says no; whether it did. */
  private decoded(index: number, start: number, end: number, raw: unknown): boolean {
    const { where } = this
    const result = decodeRecord(raw, this.decodeOptions)
    if (result._tag === 'Left') {
      this.counts.left++
      this.keep({ index, result, raw, start, end })
      return true
    }
    if (isGlueRecord(result.right)) this.counts.glue++
    const match = where === undefined ? undefined : where.test(result.right)
    if (match === 'NO') {
      this.counts.unmatched++
      return false
    }
    this.counts[match === 'UNKNOWN' ? 'unknown' : 'matched']++
    const entry = { index, result, raw, start, end }
    if (match === undefined) this.keep(entry)
    else if (match === 'YES' || where?.explain === undefined) this.keep({ ...entry, match })
    else this.keep({ ...entry, match, matchReasons: where.explain(result.right) })
    return true
  }

  private checkIntegers(index: number, start: number, end: number, json: string): void {
    const at = unsafeIntegerIn(this.text, start - this.origin, end - this.origin, json)
    if (at < 0) return
    const offset = at + this.origin
    this.issue({
      code: 'UNSAFE_INTEGER',
      index,
      offset,
      expected: 'an integer up to 2^53',
      received: 'a larger one, which JSON.parse may have changed',
    })
  }

  private tooLarge(index: number, start: number, end: number): void {
    this.counts.left++
    const limit = `at most ${this.maxRecordBytes} bytes`
    const names = this.seen?.start === start ? this.seen.names : this.namesAt(start, end)
    if (Object.keys(names).length > 0) this.named++
    const result: DecodeResult = {
      _tag: 'Left',
      left: [{ code: 'NOT_A_RECORD', path: [], expected: `a CloudTrail record of ${limit}`, received: 'a larger one' }],
    }
    this.keep({ index, result, raw: undefined, start, end, names })
    this.issue({ code: 'RECORD_TOO_LARGE', index, offset: start, length: end - start, expected: limit, received: `${end - start}` })
  }
}
