/**
 * The summary line of a run: records read, matched and unknown.
 *
 * @module
 */
import { plural } from './plural.js'

/** What is counted. */
export interface Tally {
  files: number
  /** Records read, those without a value among them. */
  records: number
  /** Of these, Glue records. */
  glue: number
  /** Records that match the filter. */
  matched: number
  /** Records that the filter cannot decide. */
  unknown: number
  /** Of the matched and unknown records, the nonconforming ones. */
  nonconforming: number
  /** Files that could not be read whole, and values that are not records. */
  broken: number
  /** Of the files, digest files: they list log files and hold no records. */
  digests: number
}

export const emptyTally = (): Tally => ({ files: 0, records: 0, glue: 0, matched: 0, unknown: 0, nonconforming: 0, broken: 0, digests: 0 })

/** Adds the counts of another tally. */
export function addTally(tally: Tally, more: Readonly<Tally>): void {
  for (const name of Object.keys(tally) as ReadonlyArray<keyof Tally>) tally[name] += more[name]
}

/**
 * Returns the counts as one line, for people and for scripts: always the same counts in the same order, followed by anything unusual.
 *
 * @param tally - What was counted.
 * @param limit - The limit that ended the run early.
 */
export function tallyLine(tally: Tally, limit?: number): string {
  const { files, records, glue, matched, unknown, nonconforming, broken, digests } = tally
  return [
    plural(files, 'file'),
    plural(records, 'record'),
    `${glue} Glue`,
    `${matched} matched`,
    `${unknown} unknown`,
    `${nonconforming} nonconforming`,
    `${broken} broken`,
    ...(digests === 0 ? [] : [`${plural(digests, 'digest file')} without records`]),
    ...(limit === undefined ? [] : [`stopped after ${limit}`]),
  ].join(', ')
}
