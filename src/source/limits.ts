/**
 * Limits of reading a file, with their defaults.
 *
 * @module
 */
import { within } from '../codec/argument.js'

const MIB = 1024 * 1024

/** The ratio of a compressed file is checked once more than this is inflated. */
export const FREE_BYTES = MIB

/** A longer string does not fit into every JavaScript engine. */
const LARGEST_RECORD = 256 * MIB

/**
 * Limits of a file. Data beyond a limit is not read and is reported as an issue.
 *
 * @category decoding
 * @since 0.1.0
 */
export interface LogLimits {
  /** The most inflated bytes of a file. Default 536,870,912 (512 MiB). */
  readonly maxBytes?: number
  /** How many times its stored size a compressed file may inflate to, once it exceeds 1 MiB. Default 200. */
  readonly maxRatio?: number
  /**
   * How many bytes one record may have to be parsed; a larger one is an entry without its value. Default 4,194,304 (4
   * MiB), at most 256 MiB.
   */
  readonly maxRecordBytes?: number
  /**
   * How many values that are not records, and hold none, are kept as entries with `Left`; more are only counted.
   * Default 1,000.
   */
  readonly maxOtherValues?: number
}

/** Returns the limits, with defaults for those that are missing or not numbers. */
export function limitsOf(limits: LogLimits): Required<LogLimits> {
  return {
    maxBytes: within(limits.maxBytes, 512 * MIB, Number.MAX_SAFE_INTEGER),
    maxRatio: within(limits.maxRatio, 200, Number.MAX_SAFE_INTEGER),
    maxRecordBytes: within(limits.maxRecordBytes, 4 * MIB, LARGEST_RECORD),
    maxOtherValues: within(limits.maxOtherValues, 1000, Number.MAX_SAFE_INTEGER),
  }
}

/** Returns the most stored bytes of a file within its limits: incompressible data grows by less than a thousandth. */
export const maxStoredBytes = (limits: LogLimits): number => Math.ceil(1.001 * limitsOf(limits).maxBytes) + 1024
