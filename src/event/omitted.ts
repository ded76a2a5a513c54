/**
 * Payloads that CloudTrail omits because they are too large.
 *
 * @module
 */
import { memberOf } from './member-of.js'

/** The payloads that may be omitted: AWS documents a size limit for each. */
export const OMITTABLE = [
  'requestParameters',
  'responseElements',
  'serviceEventDetails',
  'additionalEventData',
  'edgeDeviceDetails',
] as const

/**
 * What CloudTrail writes instead of a payload that was too large to log.
 *
 * @category models
 * @since 0.1.0
 */
export interface OmittedPayload {
  /** Which element was too large. */
  readonly reason?: unknown
  /** `"true"`, or the boolean. */
  readonly omitted: 'true' | true
  /** The size it had, in bytes, as a string or a number. */
  readonly originalSize: string | number
}

/**
 * Returns whether a payload was omitted because it was too large: above 100 KB, or above 28 KB for
 * `additionalEventData` and `edgeDeviceDetails`. Then nothing is known about its content: members that seem absent may
 * have been there. Attackers enlarge requests on purpose to hide their content.
 *
 * @param payload - `requestParameters`, `responseElements`, `serviceEventDetails`, `additionalEventData` or
 * `edgeDeviceDetails` of a record.
 *
 * @example
 * import { isOmitted } from 'glue-trail'
 *
 * assert.strictEqual(isOmitted({ reason: 'requestParameters too large', omitted: 'true', originalSize: '149893' }), true)
 * assert.strictEqual(isOmitted({ name: 'tes-alpha' }), false)
 *
 * @category guards
 * @since 0.1.0
 */
export function isOmitted(payload: unknown): payload is OmittedPayload {
  const omitted = memberOf(payload, 'omitted')
  const originalSize = memberOf(payload, 'originalSize')
  return (omitted === true || omitted === 'true') && (typeof originalSize === 'string' || typeof originalSize === 'number')
}
