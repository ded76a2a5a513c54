/**
 * The records of a file that are to be shown.
 *
 * @module
 */
import { type FiledRecord, filedRecordOf, withoutSecretKeys } from '../archive/filed-record.js'
import type { UnknownReason } from '../event/predicate.js'
import { recordOf } from '../event/result.js'
import type { LedgerState } from '../integrity/ledger.js'
import type { LogBatch } from '../source/log-entry.js'

/** A record that is to be shown. */
export interface Shown extends FiledRecord {
  readonly file: string
  /** Why the filter cannot decide about it, where that was asked for. */
  readonly matchReasons?: ReadonlyArray<UnknownReason>
}

/** Which records are shown, and how much of them. */
export interface ShownOptions {
  /** Leave out records that the filter cannot decide. */
  readonly knownOnly?: boolean | undefined
  /** Say why the filter cannot decide about a record. */
  readonly explain?: boolean | undefined
  /** Leave out what is or may be secret. */
  readonly redact?: boolean | undefined
  /** Without those of files that are not verified. */
  readonly verifiedOnly?: boolean | undefined
}

/** The part of a batch that is shown; entries without bytes of their own refer to `bytes`. */
export interface ShownLog extends Omit<LogBatch, 'storedBytes'> {
  readonly bytes?: Uint8Array
  /** What digests say of the file, where that was asked for. */
  readonly integrity?: LedgerState
}

/** Yields the records that match or are unknown, in their order. */
export function* shownIn(
  log: ShownLog,
  { knownOnly = false, explain = false, redact, verifiedOnly = false }: ShownOptions,
): Generator<Shown, void, undefined> {
  const { source, object, entries, bytes = NO_BYTES, integrity } = log
  if (verifiedOnly && integrity !== 'VERIFIED') return
  const place = { path: source, bytes, ...(object && { object }), ...(integrity && { integrity }) }
  for (const entry of entries) {
    if (knownOnly && entry.match === 'UNKNOWN') continue
    const filed = filedRecordOf(entry, place, { redact })
    if (filed === undefined) continue
    const reasons = explain ? entry.matchReasons : undefined
    const matchReasons = redact === true ? reasons?.map(withoutSecretKeys(recordOf(entry.result))) : reasons
    yield Object.assign(filed, { file: source }, matchReasons && { matchReasons })
  }
}

const NO_BYTES = new Uint8Array(0)
