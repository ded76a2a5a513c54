/**
 * Whether an error is a denial.
 *
 * @module
 */
import { DENIED_CODES } from '../generated/evidence.js'

/** The words between caller and action in the message of a denied call. */
export const NOT_AUTHORIZED = ' is not authorized to perform: '

/** How Lake Formation's messages begin. */
export const LAKE_FORMATION_REFUSED = 'Insufficient Lake Formation permission'

/** Whether a code or a message says that the caller was not allowed. */
export function isDenial(code: unknown, message: unknown): boolean {
  return (
    (typeof code === 'string' && DENIED_CODES.includes(code)) ||
    (typeof message === 'string' && (message.includes(NOT_AUTHORIZED) || message.startsWith(LAKE_FORMATION_REFUSED)))
  )
}
