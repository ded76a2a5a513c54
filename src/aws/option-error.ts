/**
 * Errors of invalid options: thrown when a reading is created, before anything is requested.
 *
 * @module
 */

/**
 * Why an option was refused. Codes are stable.
 *
 * - `INVALID_CURSOR`: not a cursor of this version, or altered since a reading returned it.
 * - `INVALID_TIME`: not a time, or not between the years 1970 and 9999.
 * - `INVALID_OPTION`: another option is out of its range.
 *
 * @category issues
 * @since 0.1.0
 */
export type OptionErrorCode = 'INVALID_CURSOR' | 'INVALID_TIME' | 'INVALID_OPTION'

/** The error of an invalid option: a `TypeError` with a code. Its message never carries the option's value. */
export class OptionError extends TypeError {
  /** Always `OptionError`. */
  override readonly name = 'OptionError'

  constructor(
    /** Why the option was refused. */
    readonly code: OptionErrorCode,
    message: string,
  ) {
    super(message)
  }
}
