/**
 * The last line of a run: how much was read, and what became of it.
 *
 * @module
 */
import { plural } from './plural.js'

/** What is counted. */
export interface Tally {
  files: number
  /** Records read, those without a value among them. */
  records: number
  /** Of these, records of Glue. */
  glue: number
  /** Records that the filter is sure of. */
  matched: number
  /** Records of which the filter cannot tell. */
  unknown: number
  /** Of the matched and unknown ones, those that depart from the model. */
  nonconforming: number
  /** Files that could not be read whole, and records that are none. */
  broken: number
  /** Of the files, those that list log files and hold no records. */
  digests: number
}

export const emptyTally = (): Tally => ({ files: 0, records: 0, glue: 0, matched: 0, unknown: 0, nonconforming: 0, broken: 0, digests: 0 })

/** Adds what was counted elsewhere. */
export function addTally(tally: Tally, more: Readonly<Tally>): void {
  for (const name of Object.keys(tally) as ReadonlyArray<keyof Tally>) tally[name] += more[name]
}

/**
 * The counts as one line, for people and for scripts: always the same in the same order, and behind them what is out of the ordinary.
 *
 * @param tally - What was counted.
 * @param limit - The limit that ended the run before its time.
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
