/**
 * A record with everything its row needs.
 *
 * @module
 */
import type { DecodeIssue } from '../codec/issue.js'
import { printable } from '../codec/path.js'
import { issuesOf } from '../event/result.js'
import type { NonconformingRecord } from '../generated/record/nonconforming-record.js'
import { redact } from '../insight/redact.js'
import { MARK, secretIn } from '../insight/secret.js'
import { dataKey, shapeOfPart, shapeOfRecord } from '../insight/shape.js'
import type { TrailObject } from '../source/envelope/message.js'
import { bytesIn, type DecodedLog, type LogEntry } from '../source/log-entry.js'
import { totalJson } from '../source/total-json.js'

/**
 * The source of an entry: a result of `decodeLog` or `decodeFiles`, and the S3 object that has the file.
 *
 * @category archive
 * @since 0.1.0
 */
export interface RowSource extends Pick<DecodedLog, 'bytes'> {
  /** The path of the file. */
  readonly path?: string
  /** The object in S3. */
  readonly object?: TrailObject
  /** What digests say of the file: the `state` that `verdictOf` of a ledger returns. */
  readonly integrity?: string
}

/**
 * Options of `rowOf` and `rowsOf`.
 *
 * @category archive
 * @since 0.1.0
 */
export interface ArchiveRowOptions {
  /** Whether every column, `raw` and its hash included, is that of the record after `redact`. Default: `false`. */
  readonly redact?: boolean | undefined
}

/** A record, its issues, and its source. */
export interface FiledRecord {
  readonly record: NonconformingRecord
  /** Where it does not match the model; empty where it matches. */
  readonly issues: ReadonlyArray<DecodeIssue>
  /** The answer of the filter. */
  readonly match: 'YES' | 'UNKNOWN'
  /** The bytes of the record in its file; after redaction, those of the redacted copy. */
  readonly bytes: Uint8Array
  /** The same as a string, where it is at hand. */
  readonly raw?: string
  readonly file?: string
  readonly object?: TrailObject
  /** Its position in the file, from 0. */
  readonly index: number
  /** What digests say of the file. */
  readonly integrity?: string
}

/** Returns the record of an entry, or `undefined` where the entry is not a CloudTrail record. */
export function filedRecordOf(entry: LogEntry, source: RowSource, options: ArchiveRowOptions, caller = 'rowOf'): FiledRecord | undefined {
  const { result, match = 'YES', index } = entry
  if (result._tag === 'Left') return undefined
  const { path, object, integrity } = source
  const where = { ...(path === undefined ? {} : { file: path }), ...(object && { object }), ...(integrity && { integrity }), match, index }
  const issues = issuesOf(result)
  if (options.redact !== true) return { record: result.right, issues, bytes: bytesIn(caller, source, entry), ...where }
  const record = redact(result.right)
  const raw = totalJson(record)
  return { record, issues: issues.map(withoutSecretKeys(result.right)), bytes: new TextEncoder().encode(raw), raw, ...where }
}

/** The form of a member's name: letters, digits, `_` and `-`, a letter first. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/
const LONGEST_NAME = 64

/**
 * Returns a function that returns an issue of a record, or a reason, without map keys in its path that may be secrets:
 * all keys within a place that `redact` replaces whole, and others that do not look like names.
 */
export function withoutSecretKeys(record: unknown): <A extends Pick<DecodeIssue, 'path'>>(issue: A) => A {
  const root = shapeOfRecord(record)
  return (issue) => {
    let shape = root
    let isRedacted = false
    const path = issue.path.map((part) => {
      const key = dataKey(shape, part)
      shape = shapeOfPart(shape, part)
      const isShown = typeof part === 'number' || (!(isRedacted && key !== undefined) && looksLikeName(printable(part)))
      isRedacted ||= shape?.sensitive === true
      return isShown ? part : MARK
    })
    return { ...issue, path }
  }
}

const looksLikeName = (name: string): boolean => name.length <= LONGEST_NAME && NAME.test(name) && secretIn(name) === undefined
