/**
 * Whether a call reads or writes.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { accessLevelOf } from '../event/registry.js'
import { GLUE_SOURCE } from '../generated/registry.js'
import { parseBoolean } from '../insight/boolean.js'
import type { Decision } from './field.js'
import { apisOf, gapAt, sourceOf } from './subject.js'

/**
 * Decides whether a call changes nothing: by `readOnly`, a boolean or its string; where that is absent, by the access
 * level of a Glue API. The level "Permissions management" does not decide.
 */
export function isRead(record: unknown): Decision {
  const readOnly = memberOf(record, 'readOnly')
  const parsed = parseBoolean(readOnly)
  if (parsed !== undefined) return parsed ? 'YES' : 'NO'
  const gap = gapAt(record, ['readOnly'])
  return readOnly == null ? (byAccessLevel(record) ?? gap) : gap
}

function byAccessLevel(record: unknown): Decision | undefined {
  const [source] = sourceOf(record).values
  const { values, gap } = apisOf(record)
  const [name = ''] = values
  const level = gap === undefined && source === GLUE_SOURCE ? accessLevelOf(name) : undefined
  if (level === undefined || level === 'Permissions management') return undefined
  return level === 'Read' || level === 'List' ? 'YES' : 'NO'
}
