/**
 * Reading texts out of records of which nothing is sure.
 *
 * @module
 */
import { isRedacted } from '../codec/redacted.js'
import { memberOf } from '../event/member-of.js'

/**
 * The text at the end of a path of member names. Nothing where anything on the way is missing, where it is no text, or where the text is empty or
 * a mark: `accessKeyId` may be `""` and `userName` hidden.
 */
export function stringAt(value: unknown, ...path: ReadonlyArray<string>): string | undefined {
  let found = value
  for (const name of path) found = memberOf(found, name)
  return typeof found === 'string' && found !== '' && !isRedacted(found) ? found : undefined
}
