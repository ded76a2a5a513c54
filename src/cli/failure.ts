/**
 * What `--fail-on` asks of a record.
 *
 * @module
 */

import { formatIssues } from '../codec/issue.js'
import { outcomeOf } from '../insight/outcome.js'
import { escaped } from './escape.js'
import type { Failure } from './program.js'
import type { Shown } from './shown.js'

/** Whether a record is as it must not be. Broken ones are none. */
export function fails({ record, issues }: Shown, failure: Failure): boolean {
  switch (failure) {
    case 'nonconforming':
      return issues.length > 0
    case 'denied':
      return outcomeOf(record)?.kind === 'DENIED'
    case 'broken':
      return false
  }
}

/** Lines that say where a record departs from the model; never with a value. */
export function mismatch({ file, index, issues }: Shown): ReadonlyArray<string> {
  return formatIssues(issues).map((line) => `${escaped(file)}: record ${index} departs: ${line}`)
}
