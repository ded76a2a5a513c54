/**
 * What is kept of one file beside its records: values that are not records, and issues, each up to a limit. What is
 * left out is counted.
 *
 * @module
 */
import type { LogIssue } from './log-issue.js'

/** The most issues that are kept of one file. */
export const MAX_LOG_ISSUES = 1000

/** Counts what is kept of one file, and what is left out. */
export class Kept {
  private others = 0
  private issues = 0

  constructor(private readonly maxOtherValues: number) {}

  /** Counts a value that is not a record. Returns whether it is kept. */
  other(): boolean {
    return ++this.others <= this.maxOtherValues
  }

  /** Counts an issue. Returns whether it is kept. */
  issue(): boolean {
    return ++this.issues <= MAX_LOG_ISSUES
  }

  /** Returns issues that say how much was left out. */
  more(): ReadonlyArray<LogIssue> {
    return [
      ...more('MORE_VALUES', 'values that are not records', this.maxOtherValues, this.others),
      ...more('MORE_ISSUES', 'issues', MAX_LOG_ISSUES, this.issues),
    ]
  }
}

const more = (code: LogIssue['code'], things: string, max: number, found: number): ReadonlyArray<LogIssue> =>
  found > max ? [{ code, expected: `at most ${max} ${things}`, received: `${found - max} more` }] : []
