/**
 * The records of a file that are to be shown.
 *
 * @module
 */
import type { DecodeIssue } from '../codec/issue.js'
import type { DepartingRecord } from '../generated/record/departing-record.js'
import { redact } from '../insight/redact.js'
import { timeOf } from '../insight/time.js'
import type { FileOutcome } from '../node/decode-files.js'
import { issuesOf } from '../report/outcome.js'
import { bytesOf } from '../source/log-entry.js'

/** A record that is to be shown. */
export interface Shown {
  readonly record: DepartingRecord
  /** Where it departs from the model; empty where it does not. */
  readonly issues: ReadonlyArray<DecodeIssue>
  /** Whether the filter is sure of it. */
  readonly match: 'yes' | 'unknown'
  /** The bytes of the record in its file. */
  readonly bytes: Uint8Array
  readonly file: string
  /** Its place in the file, from 0. */
  readonly index: number
}

/** Which records are shown, and how much of them. */
export interface ShownOptions {
  /** Without those of which the filter cannot tell. */
  readonly knownOnly?: boolean | undefined
  /** Without what is or may be secret. */
  readonly redact?: boolean | undefined
}

/** The records that the filter is sure of or cannot tell of, in their order. */
export function* shownIn(
  log: FileOutcome,
  { knownOnly = false, redact: isRedacted = false }: ShownOptions,
): Generator<Shown, void, undefined> {
  for (const entry of log.entries) {
    const { outcome, match = 'yes', index } = entry
    if (outcome._tag === 'Left' || (knownOnly && match === 'unknown')) continue
    const record = isRedacted ? redact(outcome.right) : outcome.right
    const bytes = isRedacted ? Buffer.from(JSON.stringify(record)) : bytesOf(log, entry)
    yield { record, issues: issuesOf(outcome), match, bytes, file: log.path, index }
  }
}

/** The records in the order of their times; those of the same as they came, and those without one last. CloudTrail's files are in no order [D2]. */
export function byTime(records: Iterable<Shown>): ReadonlyArray<Shown> {
  const timed = Array.from(records, (shown) => ({ shown, time: timeOf(shown.record) ?? Number.POSITIVE_INFINITY }))
  return timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ shown }) => shown)
}
