/**
 * A record on one line of JSON.
 *
 * @module
 */
import { oneLine } from './one-line.js'
import type { Shown } from './shown.js'

/** Marks a record the filter cannot decide about. CloudTrail has no member of this name. */
const MARK = '"glueTrailMatch":"unknown"'

/** Returns the record's own bytes on one line; where the filter cannot decide about it, with a mark as its last member. */
export function recordLine({ bytes, match }: Pick<Shown, 'bytes' | 'match'>): string {
  const line = oneLine(bytes)
  return match === 'UNKNOWN' ? `${line.slice(0, -1)},${MARK}}` : line
}
