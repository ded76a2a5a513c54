/**
 * Limits of opening envelopes, with their defaults.
 *
 * @module
 */
import { type LogLimits, limitsOf } from '../limits.js'

/**
 * How much an envelope may hold. What is beyond a limit is not read, and an issue says so.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface EnvelopeLimits {
  /**
   * How many inflated bytes may come out of all that is base64 in one value, inflated. Default 268,435,456 (256 MiB).
   */
  readonly maxBytes?: number
  /** How many times its stored size gzipped data may inflate to, once more than 1 MiB has come out. Default 200. */
  readonly maxRatio?: number
}

/** Lambda takes 6 MB, which inflate to a hundred at most. */
const MAX_BYTES = 256 * 1024 * 1024

/** The limits that hold where the caller gives none, or no number. */
export function envelopeLimitsOf({ maxBytes, maxRatio }: EnvelopeLimits): Required<LogLimits> {
  return limitsOf({
    maxBytes: maxBytes === undefined || Number.isNaN(maxBytes) ? MAX_BYTES : maxBytes,
    ...(maxRatio === undefined ? {} : { maxRatio }),
  })
}
