/**
 * What is validated, and how.
 *
 * @module
 */
import type { AbortSignalLike } from '../source/abort-signal.js'
import type { LogLimits } from '../source/limits.js'
import type { DigestLogFile } from './digest.js'
import type { IntegrityReport } from './report.js'

/**
 * Returns whether a log file that a digest names is read and checked.
 *
 * @category integrity
 * @since 0.1.0
 */
export type LogSelection = (log: DigestLogFile) => boolean

/**
 * What is validated, and how. Without options: all shards, each from its first digest to now, with all log files.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface ValidateOptions {
  /**
   * The start of the range, by time of delivery. By default each chain from its first digest, or from the anchor of
   * `after`.
   */
  readonly from?: string | Date
  /** The end of the range; by default `now`. */
  readonly to?: string | Date
  /** Only these accounts. */
  readonly accounts?: ReadonlyArray<string>
  /** Only this organization. */
  readonly organization?: string
  /** Only these regions. */
  readonly regions?: ReadonlyArray<string>
  /** Only the digests of these trails, by name; others are read for the log files that they name. */
  readonly trails?: ReadonlyArray<string>
  /** Which log files are read: `all` by default; `none` checks the chain alone. */
  readonly logs?: 'all' | 'none' | LogSelection
  /** Whether log files are listed, to find those that no digest names; true by default. */
  readonly unreferenced?: boolean
  /** Other buckets that a chain or a digest may lead to; none by default. */
  readonly buckets?: ReadonlyArray<string>
  /** How many minutes a digest may be late before it is overdue, beyond the hour it covers; 120 by default. */
  readonly graceMinutes?: number
  /** An earlier report: what it proved last must still be there, and be continued. */
  readonly after?: IntegrityReport
  /** Where an earlier run over the same files and with the same options stopped, as its `cursor` returned. */
  readonly cursor?: string
  /** How many files are read at once; 16 by default. */
  readonly concurrency?: number
  /** The present; the clock's by default. Whether a digest may still come depends on it. */
  readonly now?: Date
  /** Stops the run: iterating and `report` reject with the signal's reason. */
  readonly signal?: AbortSignalLike
  /** How large files may be. */
  readonly limits?: LogLimits
  /**
   * Whether events of digests carry what an evidence bundle needs: the bytes as stored, what is signed, signature and
   * key.
   */
  readonly evidence?: boolean
}
