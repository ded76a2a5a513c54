/**
 * Why a filter cannot decide a record.
 *
 * @module
 */
import { whyMissing } from '../insight/missing.js'
import { resourcesOf } from '../insight/resources.js'

/** The reasons, the strongest first. */
const REASONS = [
  ['OMITTED', 'the request was too large to log'],
  ['DENIED', 'denied, and the parameters are not logged'],
  ['FAILED', 'failed, and the parameters are not logged'],
  ['REDACTED', 'CloudTrail redacted the request'],
] as const

/** Returns the reason in words. */
export function reasonUndecided(record: unknown): string {
  const kinds: ReadonlyArray<string | undefined> = [
    whyMissing(record, ['requestParameters'])?.kind,
    ...(resourcesOf(record).why ?? []).map(({ kind }) => kind),
  ]
  return REASONS.find(([kind]) => kinds.includes(kind))?.[1] ?? 'the record lacks what the filter needs'
}
