/**
 * What is to be known before one trusts what a record says, in one word each.
 *
 * @module
 */

import { memberOf } from '../event/member-of.js'
import { isOmitted, OMITTABLE } from '../event/omitted.js'
import { type SensitivePlace, sensitiveIn } from '../insight/sensitive.js'
import type { FiledRecord } from './filed-record.js'

/** The record's own marks, whatever the filter is. */
export function marksOf(
  { record, issues }: Pick<FiledRecord, 'record' | 'issues'>,
  sensitive: ReadonlyArray<SensitivePlace> = sensitiveIn(record),
): ReadonlyArray<string> {
  return [
    ...(issues.length > 0 ? ['nonconforming'] : []),
    ...(OMITTABLE.some((member) => isOmitted(memberOf(record, member))) ? ['omitted'] : []),
    ...(sensitive.some(({ state }) => state === 'EXPOSED') ? ['exposed'] : []),
    ...(sensitive.some(({ state }) => state === 'MARKED') ? ['redacted'] : []),
  ]
}
