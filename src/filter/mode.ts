/**
 * Whether a call reads or writes.
 *
 * @module
 */
import { memberOf } from '../event/marks.js'
import type { Verdict } from '../event/predicate.js'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { apisOf, sourceOf } from './subject.js'

/**
 * Whether a call changes nothing: by `readOnly`, a boolean or its text; where that is absent, by the access level of a Glue API. Permissions
 * management is no answer: IAM files reads such as `ListConnectionTypes` under it.
 */
export function isRead(record: unknown): Verdict {
  const readOnly = memberOf(record, 'readOnly')
  if (readOnly == null) return byAccessLevel(record)
  switch (typeof readOnly === 'string' ? readOnly.toLowerCase() : readOnly) {
    case true:
    case 'true':
      return 'YES'
    case false:
    case 'false':
      return 'NO'
    default:
      return 'UNKNOWN'
  }
}

function byAccessLevel(record: unknown): Verdict {
  const [source] = sourceOf(record).texts
  const { texts, all } = apisOf(record)
  const [name = ''] = texts
  switch (all && source === GLUE_SOURCE ? accessLevelOf(name) : undefined) {
    case 'Read':
    case 'List':
      return 'YES'
    case 'Write':
    case 'Tagging':
      return 'NO'
    default:
      return 'UNKNOWN'
  }
}
