/**
 * Counts the records that are written, and checks them against `--fail-on`.
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

  constructor(
    private readonly options: Pick<DecodeCommandOptions, 'failOn' | 'limit'>,
    private readonly screen: Pick<Screen, 'complain'>,
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
    this.shown++
    if (failOn.some((failure) => fails(record, failure))) this.failed = true
    if (failOn.includes('nonconforming')) for (const line of mismatch(record)) this.screen.complain(line)
  }
}
