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
  /** Of these, values that are not records, or cannot be read. */
  unreadable: number
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
  /** Of the matched and unknown records, those left out because they were delivered before. */
  repeated: number
  /** Of the files, those that are no log files and no damage, by kind. */
  others: Record<string, number>
}

export const emptyTally = (): Tally => ({
  ...{ files: 0, records: 0, unreadable: 0, glue: 0, matched: 0, unknown: 0, nonconforming: 0, broken: 0, repeated: 0 },
  others: {},
})

/** Adds the counts of another tally. */
export function addTally(tally: Tally, { others, ...more }: Readonly<Tally>): void {
  for (const name of Object.keys(more) as ReadonlyArray<keyof typeof more>) tally[name] += more[name]
  for (const [kind, files] of Object.entries(others)) addOther(tally, kind, files)
}

/** Counts files that are no log files. */
export function addOther({ others }: Tally, kind: string, files = 1): void {
  others[kind] = (others[kind] ?? 0) + files
}

/** Returns how many files are no log files and no damage. */
export const otherCount = ({ others }: Tally): number => Object.values(others).reduce((sum, files) => sum + files, 0)

/**
 * Returns the counts as one line, for people and for scripts: always the same counts in the same order, followed by
 * anything unusual.
 *
 * @param tally - What was counted.
 * @param limit - The limit that ended the run early.
 */
export function tallyLine(tally: Tally, limit?: number): string {
  const { files, records, glue, matched, unknown, nonconforming, broken, repeated, others } = tally
  const kinds = Object.entries(others)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => plural(count, kind))
  return [
    plural(files, 'file'),
    plural(records, 'record'),
    `${glue} Glue`,
    `${matched} matched`,
    `${unknown} unknown`,
    `${nonconforming} nonconforming`,
    `${broken} broken`,
    ...(repeated === 0 ? [] : [`${repeated} repeated`]),
    ...(kinds.length === 0 ? [] : [`${plural(otherCount(tally), 'other file')} (${kinds.join(', ')})`]),
    ...(limit === undefined ? [] : [`stopped after ${limit}`]),
  ].join(', ')
}
