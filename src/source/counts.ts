/**
 * Sums of counts.
 *
 * @module
 */
import type { LogCounts } from './log-entry.js'

/** Counts of nothing. */
export const NO_COUNTS: LogCounts = { records: 0, matched: 0, unknown: 0, unmatched: 0, left: 0, broken: 0, glue: 0 }

/** Returns the sum of two counts. */
export const addedCounts = (a: LogCounts, b: LogCounts): LogCounts => ({
  records: a.records + b.records,
  matched: a.matched + b.matched,
  unknown: a.unknown + b.unknown,
  unmatched: a.unmatched + b.unmatched,
  left: a.left + b.left,
  broken: a.broken + b.broken,
  glue: a.glue + b.glue,
})
