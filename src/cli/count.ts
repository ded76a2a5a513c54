/**
 * What a batch of records adds to the tally.
 *
 * @module
 */
import { formatLogIssues } from '../source/log-issue.js'
import { brokenIn } from './broken.js'
import { escaped } from './escape.js'
import { JSON_FILE, otherKindOf } from './other-files.js'
import type { ShownLog } from './shown.js'
import { addOther, type Tally } from './tally.js'

/**
 * Adds a batch to the tally; returns lines that report what is broken in it, and other JSON, which may have been meant
 * for a log. `isFirst` is whether it is the first of its file.
 */
export function countBatch(tally: Tally, batch: ShownLog, isFirst: boolean): ReadonlyArray<string> {
  const { counts, entries } = batch
  if (isFirst) tally.files++
  tally.records += counts.records
  tally.unreadable += counts.left + counts.broken
  tally.glue += counts.glue
  tally.matched += counts.matched
  tally.unknown += counts.unknown
  for (const { result } of entries) if (result._tag === 'Both') tally.nonconforming++
  const other = otherKindOf(batch)
  if (other !== undefined) addOther(tally, other)
  const lines = brokenIn(batch)
  tally.broken += lines.length
  const json = other === JSON_FILE ? formatLogIssues(batch.issues.filter(({ code }) => code === 'NOT_A_LOG')) : []
  return [...lines, ...json.map((line) => `${escaped(batch.source)}: ${line}`)]
}
