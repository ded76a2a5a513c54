/**
 * The Glue API that a record is a call to.
 *
 * @module
 */
import { memberOf } from '../event/member-of.js'
import { isGlueRecord } from '../event/name-guards.js'

/**
 * Returns the name of the called API, modelled or not; `undefined` if the record is not a Glue record or has no name.
 */
export function glueApiOf(record: unknown): string | undefined {
  const name = isGlueRecord(record) ? memberOf(record, 'eventName') : undefined
  return typeof name === 'string' ? name : undefined
}
