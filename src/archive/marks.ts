/**
 * What limits what a record says, one word each.
 *
 * @module
 */

import { memberOf } from '../event/member-of.js'
import { isOmitted, OMITTABLE } from '../event/omitted.js'
import { type SensitivePlace, sensitiveIn } from '../insight/sensitive.js'
import type { FiledRecord } from './filed-record.js'

/** Returns the marks of a record, which do not depend on the filter. */
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
