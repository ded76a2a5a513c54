/**
 * What the shards of a report come to: sums, the verdict, and what it does not prove.
 *
 * @module
 */
import { LABELS, type Label } from './coverage.js'
import type { Problem } from './problem.js'
import { isFailure, NO_DIGESTS, NO_LOGS, NO_UNREFERENCED } from './region-tally.js'
import type { IntegrityReport, IntegrityVerdict, RequestedRange, Segment, ShardReport } from './report.js'
import { secondsOf } from './time.js'

/** Returns the sums over shards. */
export function totalsOf(shards: ReadonlyArray<ShardReport>): IntegrityReport['totals'] {
  const seconds = Object.fromEntries(LABELS.map((label) => [label, 0])) as Record<Label, number>
  let problems = 0
  for (const shard of shards) {
    problems += shard.problems.length + shard.moreProblems
    for (const segment of shard.coverage) seconds[segment.label] += lengthOf(segment)
  }
  return {
    shards: shards.length,
    digests: shards.reduce((sum, { digests }) => added(sum, digests), NO_DIGESTS),
    logs: shards.reduce((sum, { logs }) => added(sum, logs), NO_LOGS),
    unreferenced: shards.reduce((sum, { unreferenced }) => added(sum, unreferenced), NO_UNREFERENCED),
    problems,
    seconds,
  }
}

const lengthOf = ({ from, to }: Segment): number => (secondsOf(to) ?? 0) - (secondsOf(from) ?? 0)

function added<A extends { readonly [K in keyof A]: number }>(a: A, b: A): A {
  return Object.fromEntries(Object.entries<number>(a).map(([name, value]) => [name, value + (b[name as keyof A] as number)])) as A
}

/** Labels that leave a report incomplete; a digest that may still come does not. */
const INCOMPLETE: ReadonlyArray<Label> = ['UNPROVEN', 'VALIDATION_OFF', 'UNCOVERED']
const PROBLEMS: ReadonlyArray<Label> = ['INVALID', 'MISSING', 'OVERDUE']

/** Returns what a report comes to. */
export function verdictOf(
  shards: ReadonlyArray<ShardReport>,
  { notChecked }: RequestedRange,
  seconds: Readonly<Record<Label, number>>,
): IntegrityVerdict {
  if (PROBLEMS.some((label) => seconds[label] > 0)) return 'PROBLEMS'
  if (shards.some(({ problems, unreferenced }) => unreferenced.unreferenced > 0 || problems.some(isFailure))) return 'PROBLEMS'
  const isIncomplete =
    shards.length === 0 ||
    notChecked.length > 0 ||
    INCOMPLETE.some((label) => seconds[label] > 0) ||
    shards.some(({ coverage, problems }) => coverage.length === 0 || problems.some((problem) => isGap(problem)))
  return isIncomplete ? 'INCOMPLETE' : 'VERIFIED'
}

const isGap = ({ code }: Problem): boolean => code === 'FOREIGN_BUCKET' || code === 'UNREADABLE'

/** Returns what a report does not prove. */
export function limitsText({ options }: RequestedRange): ReadonlyArray<string> {
  return [
    'Times are times of delivery: an event may be delivered up to 30 days late.',
    'It does not prove that CloudTrail logged everything, that a trail selected all events, or that a record is true.',
    'It does not prove that a digest existed before the first one that was found, or before an earlier report.',
    'Trust in it is trust in where the public keys come from.',
    'A log file that two digests name is compared only where the two are within a few hours of each other.',
    ...(options.logs === 'all' ? [] : ['Not all log files were read.']),
    ...(options.unreferenced ? [] : ['Log files that no digest names were not searched for.']),
  ]
}
