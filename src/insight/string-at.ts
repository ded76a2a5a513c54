/**
 * Reads strings from records of any form.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'

/**
 * Returns the string at the end of a path of member names; `undefined` if it is missing, not a string, empty or
 * redacted: `accessKeyId` may be `""`, and `userName` a redaction marker.
 */
export function stringAt(value: unknown, ...path: ReadonlyArray<string>): string | undefined {
  let found = value
  for (const name of path) found = memberOf(found, name)
  return typeof found === 'string' && found !== '' && !isRedacted(found) ? found : undefined
}
