/**
 * A record on one line of JSON.
 *
 * @module
 */
import { printable } from '../codec/path.js'
import type { UnknownReason } from '../event/predicate.js'
import { escaped } from './escape.js'
import { oneLine } from './one-line.js'
import type { Shown } from './shown.js'

/** Marks a record the filter cannot decide about. CloudTrail has no member of this name. */
const MARK = '"glueTrailMatch":"unknown"'

/**
 * Returns the record's own bytes on one line. Members behind its own say that the filter cannot decide about it, and
 * where that was asked for why not, and what digests say of its file.
 */
export function recordLine({
  bytes,
  match,
  matchReasons,
  integrity,
}: Pick<Shown, 'bytes' | 'match' | 'matchReasons' | 'integrity'>): string {
  const line = oneLine(bytes)
  const marks = [
    ...(match === 'UNKNOWN' ? [MARK] : []),
    ...(matchReasons === undefined ? [] : [`"glueTrailMatchReasons":${escaped(JSON.stringify(matchReasons.map(printed)))}`]),
    ...(integrity === undefined ? [] : [`"glueTrailIntegrity":"${integrity}"`]),
  ]
  return marks.length === 0 ? line : `${line.slice(0, -1)},${marks.join()}}`
}

/** Names in a path come from the record, and may be long. */
const printed = ({ field, kind, path }: UnknownReason): UnknownReason => ({
  field,
  kind,
  path: path.map((part) => (typeof part === 'number' ? part : printable(part))),
})
