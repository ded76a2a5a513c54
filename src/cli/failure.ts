/**
 * Whether a record meets a condition of `--fail-on`.
 *
 * @module
 */
import { formatIssues } from '../codec/issue.js'
import { outcomeOf, wasDenied } from '../insight/outcome.js'
import type { Failure } from './options.js'
import type { Shown } from './shown.js'
import { otherCount, type Tally } from './tally.js'
import type { Verification } from './verification.js'

/**
 * Returns whether the command fails on a record. Records that are broken are never shown, so that they do not come
 * here.
 */
export function fails({ record, issues }: Shown, failure: Failure): boolean {
  switch (failure) {
    case 'nonconforming':
      return issues.length > 0
    case 'denied':
      return wasDenied(outcomeOf(record))
    case 'broken':
    // These are of files, with or without records that are shown.
    case 'invalid':
    case 'other':
      return false
  }
}

/**
 * Returns whether the command fails on the files that it read: on damage always, on other conditions if they are
 * requested.
 */
export function filesFail(
  tally: Tally,
  { failOn = [] }: { readonly failOn?: ReadonlyArray<Failure> },
  verification?: Pick<Verification, 'hasInvalid'>,
): boolean {
  const isInvalid = failOn.includes('invalid') && verification?.hasInvalid === true
  return tally.broken > 0 || isInvalid || (failOn.includes('other') && otherCount(tally) > 0)
}

/** Returns lines that say where a record does not match the model; they have no values. */
export function mismatch({ file, index, issues }: Shown): ReadonlyArray<string> {
  return formatIssues(issues).map((line) => `${file}: record ${index} does not match the model: ${line}`)
}
