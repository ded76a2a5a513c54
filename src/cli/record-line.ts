/**
 * A record on one line of JSON.
 *
 * @module
 */
import { isUtf8 } from 'node:buffer'
import { printable } from '../codec/path.js'
import type { UnknownReason } from '../event/predicate.js'
import { escaped } from './escape.js'
import { oneLine, oneLineBytes } from './one-line.js'
import type { Shown } from './shown.js'

/** Marks a record the filter cannot decide about. CloudTrail has no member of this name. */
const MARK = '"glueTrailMatch":"unknown"'

/** What becomes of bytes that are not UTF-8 in a string. */
const REPLACEMENT = '\ufffd'

/**
 * Returns the record's own bytes on one line, between `before` and `after`. Members behind its own say that the filter
 * cannot decide about it, and where that was asked for why not, and what digests say of its file. The result is a
 * string unless bytes of the record are not UTF-8.
 */
export function recordLine(
  { bytes, match, matchReasons, integrity }: Pick<Shown, 'bytes' | 'match' | 'matchReasons' | 'integrity'>,
  before: string,
  after: string,
): string | Uint8Array {
  const marks = [
    ...(match === 'UNKNOWN' ? [MARK] : []),
    ...(matchReasons === undefined ? [] : [`"glueTrailMatchReasons":${escaped(JSON.stringify(matchReasons.map(printed)))}`]),
    ...(integrity === undefined ? [] : [`"glueTrailIntegrity":"${integrity}"`]),
  ]
  const end = marks.length === 0 ? after : `,${marks.join()}}${after}`
  const line = oneLine(bytes)
  if (!line.includes(REPLACEMENT) || isUtf8(bytes)) return `${before}${marks.length === 0 ? line : line.slice(0, -1)}${end}`
  const kept = oneLineBytes(bytes)
  return Buffer.concat([Buffer.from(before), marks.length === 0 ? kept : kept.subarray(0, -1), Buffer.from(end)])
}

/** Names in a path come from the record, and may be long. */
const printed = ({ field, kind, path }: UnknownReason): UnknownReason => ({
  field,
  kind,
  path: path.map((part) => (typeof part === 'number' ? part : printable(part))),
})
