/**
 * Counts the records that are written up to `--limit`, and checks them against `--fail-on`.
 *
 * @module
 */
import { fails, mismatch } from './failure.js'
import type { DecodeCommandOptions } from './options.js'
import type { Screen } from './screen.js'
import type { Shown } from './shown.js'

/** Checks records before they are written. */
export class Watch {
  /** Whether a written record meets a condition of `--fail-on`. */
  failed = false
  private shown = 0

  /**
   * @param isTable - Whether the output shows records that the filter cannot decide after all others. Then they do not
   * count, so that they never take the place of a match.
   */
  constructor(
    private readonly options: Pick<DecodeCommandOptions, 'failOn' | 'limit'>,
    private readonly screen: Pick<Screen, 'complain'>,
    private readonly isTable = false,
  ) {}

  /** Whether no more records are to be written. */
  get isFull(): boolean {
    return this.shown === this.options.limit
  }

  /** The limit that ended the run early. */
  get endedAt(): number | undefined {
    return this.isFull ? this.options.limit : undefined
  }

  look(record: Shown): void {
    const { failOn } = this.options
    if (!this.isTable || record.match !== 'UNKNOWN') this.shown++
    if (failOn.some((failure) => fails(record, failure))) this.failed = true
    if (failOn.includes('nonconforming')) for (const line of mismatch(record)) this.screen.complain(line)
  }
}
