/**
 * Payloads that CloudTrail omits where they are too large.
 *
 * @module
 */

/** The members in whose place a note may be: AWS documents a limit of size for each. */
export const OMITTABLE = [
  'requestParameters',
  'responseElements',
  'serviceEventDetails',
  'additionalEventData',
  'edgeDeviceDetails',
] as const
