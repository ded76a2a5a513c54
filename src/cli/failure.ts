/**
 * Whether a record meets a condition of `--fail-on`.
 *
 * @module
 */

import { formatIssues } from '../codec/issue.js'
import { outcomeOf, wasDenied } from '../insight/outcome.js'
import type { Failure } from './options.js'
import type { Shown } from './shown.js'

/** Returns whether the command fails on a record. Records that are broken are never shown, so that they do not come here. */
export function fails({ record, issues }: Shown, failure: Failure): boolean {
  switch (failure) {
    case 'nonconforming':
      return issues.length > 0
    case 'denied':
      return wasDenied(outcomeOf(record))
    case 'broken':
    // A file is invalid, with or without records that are shown.
    case 'invalid':
      return false
  }
}

/** Returns lines that say where a record does not match the model; they have no values. */
export function mismatch({ file, index, issues }: Shown): ReadonlyArray<string> {
  return formatIssues(issues).map((line) => `${file}: record ${index} does not match the model: ${line}`)
}
