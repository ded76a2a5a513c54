/**
 * Values of a file that are not records but hold some: the answers of `LookupEvents`, EventBridge events, exports of
 * CloudWatch Logs, and what else `unwrap` opens. One detector serves `unwrap` and all readers.
 *
 * @module
 */
import { type DecodeOptions, decodeRecord } from '../event/decode-record.js'
import { isGlueRecord } from '../event/name-guards.js'
import type { RecordPredicate } from '../event/predicate.js'
import type { Found } from './collect-entries.js'
import type { EnvelopeIssue } from './envelope/issue.js'
import type { MessageContent, TrailObject } from './envelope/message.js'
import { ENVELOPES } from './envelope/unwrap.js'
import { type WrittenRecords, walk } from './envelope/walk.js'
import type { LogCounts, LogEntry } from './log-entry.js'
import { type LogIssue, notALog } from './log-issue.js'
import { SINGLES } from './may-hold-records.js'
import { printedRecord } from './printed-record.js'
import { unsafeNumberIssue } from './unsafe-number.js'

/** How opened records are decoded and selected. */
export interface OpenOptions extends DecodeOptions {
  readonly where?: RecordPredicate
}

/** What was found, opened: `objects` are those that notices name. */
export interface Opened extends Pick<Found, 'entries' | 'counts' | 'issues'> {
  readonly objects: ReadonlyArray<TrailObject>
}

/**
 * Replaces the entries of values that hold records by entries of those records, and adjusts the counts. Values that
 * turn out to hold none, and issues, are kept up to the limits of the file; at its end, issues say how many more there
 * were.
 */
export async function openFound(found: Found, options: OpenOptions, isLast: boolean): Promise<Opened> {
  const { openable, kept } = found
  if (openable.size === 0) {
    const issues = isLast ? [...found.issues, ...kept.more()] : found.issues
    return { entries: found.entries, counts: found.counts, issues, objects: [] }
  }
  const opening = new Opening(found, options)
  for (const entry of found.entries) {
    if (openable.has(entry)) await opening.open(entry)
    else opening.entries.push(entry)
  }
  const { entries, counts, issues, objects } = opening
  return { entries, counts, issues: isLast ? [...issues, ...kept.more()] : issues, objects }
}

class Opening implements Opened {
  readonly entries: Array<LogEntry> = []
  readonly issues: Array<LogIssue>
  readonly objects: Array<TrailObject> = []
  readonly counts: { -readonly [K in keyof LogCounts]: number }
  private readonly written: WrittenRecords = new WeakMap()

  constructor(
    private readonly found: Found,
    private readonly options: OpenOptions,
  ) {
    this.counts = { ...found.counts }
    this.issues = [...found.issues]
  }

  async open(entry: LogEntry): Promise<void> {
    const { raw, index, start } = entry
    const whole = await walk(raw, ENVELOPES, {}, this.written)
    const isUnknown = whole.every(({ source }) => source === 'UNKNOWN') && typeof raw !== 'string'
    const contents = (isUnknown ? await walk([raw], SINGLES, {}, this.written) : whole).flatMap((message) => message.contents)
    const { isOneString } = this.found
    // An empty list in the place of a record stays what it is.
    const isEmptyList = Array.isArray(raw) && contents.every((content) => content.kind === 'RECORDS' && content.records.length === 0)
    if (!isOneString && (isEmptyList || contents.every(isUnknownContent))) {
      if (this.found.kept.other()) this.entries.push(entry)
      return
    }
    this.counts.left--
    this.counts.records--
    for (const content of contents) {
      if (content.kind === 'RECORDS') for (const record of content.records) this.decode(entry, record)
      else if (content.kind === 'UNREADABLE') {
        // A whole file that is not JSON: the file is named for what it is, once.
        const isWhole = isOneString && contents.length === 1
        for (const issue of isWhole ? content.issues.slice(0, 1) : content.issues) this.unreadable(issue, entry, isWhole)
      } else {
        for (const object of content.objects) this.objects.push(object)
        const received = content.kind === 'OBJECTS' ? namesOf(content.objects.length) : `the notice ${content.notice}`
        this.issue({ code: 'NOTICE', index, offset: start, expected: 'records', received })
      }
    }
  }

  private decode({ index, start, end }: LogEntry, raw: unknown): void {
    const { where } = this.options
    const { counts } = this
    const result = decodeRecord(raw, this.options)
    counts.records++
    if (result._tag === 'Left') {
      counts.left++
      this.entries.push({ index, result, raw, start, end, bytes: printedRecord(raw).bytes })
      return
    }
    if (isGlueRecord(result.right)) counts.glue++
    const match = where?.test(result.right)
    if (match === 'NO') {
      counts.unmatched++
      return
    }
    counts[match === 'UNKNOWN' ? 'unknown' : 'matched']++
    const reasons = match === 'UNKNOWN' && where?.explain !== undefined ? { matchReasons: where.explain(result.right) } : {}
    const { bytes, unsafe } = printedRecord(raw, this.written.get(result.right))
    this.entries.push({ index, result, raw, start, end, bytes, ...(match === undefined ? {} : { match }), ...reasons })
    if (unsafe !== undefined) this.issue(unsafeNumberIssue(unsafe, index, start))
  }

  private issue(issue: LogIssue): void {
    if (this.found.kept.issue()) this.issues.push(issue)
  }

  private unreadable({ code, expected, received }: EnvelopeIssue, { index, start: offset, end }: LogEntry, isWhole: boolean): void {
    const isNamed = code === 'LOSSY_SOURCE' || (code === 'BROKEN_JSON' && received !== 'another string')
    if (isWhole) this.issue(notALog(isNamed ? received : 'content of another kind'))
    else {
      this.counts.records++
      this.counts.broken++
      this.issue({ code: 'BROKEN_MESSAGE', index, offset, length: end - offset, expected, received })
    }
  }
}

/** What `unwrap` reports of values that it does not recognise. Others it recognised, and could not open. */
const UNRECOGNISED: ReadonlyArray<EnvelopeIssue['code']> = ['UNKNOWN_ENVELOPE', 'BROKEN_JSON', 'FOREIGN_SOURCE', 'TOO_NESTED']

const isUnknownContent = (content: MessageContent): boolean =>
  content.kind === 'UNREADABLE' && content.issues.every(({ code }) => UNRECOGNISED.includes(code))

const namesOf = (count: number): string => `a notice that names ${count === 1 ? '1 object' : `${count} objects`}`
