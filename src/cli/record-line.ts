/**
 * A record on one line of JSON.
 *
 * @module
 */
import { oneLine } from './one-line.js'
import type { Shown } from './shown.js'

/** Marks a record the filter cannot decide about. CloudTrail has no member of this name. */
const MARK = '"glueTrailMatch":"unknown"'

/**
 * Returns the record's own bytes on one line. Members behind its own say that the filter cannot decide about it, and
 * what digests say of its file where that was asked for.
 */
export function recordLine({ bytes, match, integrity }: Pick<Shown, 'bytes' | 'match' | 'integrity'>): string {
  const line = oneLine(bytes)
  const marks = [...(match === 'UNKNOWN' ? [MARK] : []), ...(integrity === undefined ? [] : [`"glueTrailIntegrity":"${integrity}"`])]
  return marks.length === 0 ? line : `${line.slice(0, -1)},${marks.join()}}`
}
