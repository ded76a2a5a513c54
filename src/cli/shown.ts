/**
 * The records of a file that are to be shown.
 *
 * @module
 */
import { type FiledRecord, filedRecordOf, type RowSource } from '../archive/filed-record.js'
import { eventTimeOf } from '../insight/event-time.js'
import type { FileOutcome } from '../node/decode-files.js'

/** A record that is to be shown. */
export interface Shown extends FiledRecord {
  readonly file: string
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
  log: FileOutcome & Pick<RowSource, 'object'>,
  { knownOnly = false, redact }: ShownOptions,
): Generator<Shown, void, undefined> {
  for (const entry of log.entries) {
    if (knownOnly && entry.match === 'UNKNOWN') continue
    const filed = filedRecordOf(entry, log, { redact })
    if (filed !== undefined) yield { ...filed, file: log.path }
  }
}

/** The records in the order of their times; those of the same as they came, and those without one last. CloudTrail's files are in no order. */
export function byTime(records: Iterable<Shown>): ReadonlyArray<Shown> {
  const timed = Array.from(records, (shown) => ({ shown, time: eventTimeOf(shown.record) ?? Number.POSITIVE_INFINITY }))
  return timed.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)).map(({ shown }) => shown)
}
