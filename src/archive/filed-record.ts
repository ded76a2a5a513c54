/**
 * A record with all that its row is made of.
 *
 * @module
 */
import type { DecodeIssue } from '../codec/issue.js'
import { printable } from '../codec/path.js'
import { issuesOf } from '../event/result.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { redact } from '../insight/redact.js'
import { MARK, secretIn } from '../insight/secret.js'
import type { TrailObject } from '../source/envelope/message.js'
import { bytesOf, type DecodedLog, type LogEntry } from '../source/log-entry.js'

/**
 * Where an entry comes from: what `decodeLog` or `decodeFiles` gave with it, and the object that held it.
 *
 * @category archive
 * @since 0.1.0
 */
export interface RowPlace extends Pick<DecodedLog, 'text'> {
  /** The path of the file. */
  readonly path?: string
  /** The object in S3. */
  readonly object?: TrailObject
}

/**
 * How rows are made.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ArchiveRowOptions {
  /** Of the record as `redact` leaves it: every column, `raw` and its hash included, is of that copy. Off unless asked for. */
  readonly redact?: boolean | undefined
}

/** A record, what is known of it, and where it stands. */
export interface FiledRecord {
  readonly record: NonconformingRecord
  /** Where it departs from the model; empty where it does not. */
  readonly issues: ReadonlyArray<DecodeIssue>
  /** Whether the filter is sure of it. */
  readonly match: 'YES' | 'UNKNOWN'
  /** The bytes of the record in its file; where it is redacted, those of the copy. */
  readonly bytes: Uint8Array
  readonly file?: string
  readonly object?: TrailObject
  /** Its place in the file, from 0. */
  readonly index: number
}

/** The record of an entry; nothing where the entry is no CloudTrail record. */
export function filedRecordOf(entry: LogEntry, place: RowPlace, options: ArchiveRowOptions): FiledRecord | undefined {
  const { result, match = 'YES', index } = entry
  if (result._tag === 'Left') return undefined
  const { path, object } = place
  const where = { ...(path === undefined ? {} : { file: path }), ...(object === undefined ? {} : { object }), match, index }
  const issues = issuesOf(result)
  if (options.redact !== true) return { record: result.right, issues, bytes: bytesOf(place, entry), ...where }
  const record = redact(result.right)
  return { record, issues: issues.map(redacted), bytes: new TextEncoder().encode(JSON.stringify(record)), ...where }
}

/** What looks like the name of a member: letters, digits, `_` and `-`, a letter first. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const LONGEST_NAME = 64

/** Keys of maps stand in paths, and may be secrets themselves. */
function redacted(issue: DecodeIssue): DecodeIssue {
  const shown = (name: string): boolean => name.length <= LONGEST_NAME && NAME.test(name) && secretIn(name) === undefined
  return { ...issue, path: issue.path.map((part) => (typeof part === 'number' || shown(printable(part)) ? part : MARK)) }
}
