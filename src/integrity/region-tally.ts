/**
 * What was found in a region so far, step by step, and as the reports of its shards.
 *
 * @module
 */
import type { CheckedDigest, DigestState } from './check-digest.js'
import type { CheckedLog } from './check-log.js'
import { Coverage, type Interval, type Label, worstOf } from './coverage.js'
import type { Problem, ProblemCode } from './problem.js'
import { severityOf } from './problem.js'
import type { UnreferencedState } from './references.js'
import type { Anchor, DigestCounts, NamedLogCounts, Segment, ShardReport, UnreferencedCounts } from './report.js'
import { type ShardId, shardKey } from './shard.js'
import { isoOfSeconds } from './time.js'

/** So many problems of a shard are in its report. */
const MAX_PROBLEMS = 1000

export const NO_DIGESTS: DigestCounts = { total: 0, verified: 0, invalid: 0, missing: 0, unproven: 0 }
export const NO_LOGS: NamedLogCounts = { ...NO_DIGESTS, skipped: 0 }
export const NO_UNREFERENCED: UnreferencedCounts = { unreferenced: 0, pending: 0, outside: 0, kindNotDigested: 0 }

/** A shard, as far as it is known. All of it is replaced, never changed, so that a copy of it is cheap. */
export interface ShardState {
  readonly id: ShardId
  readonly from: number | undefined
  readonly to?: number
  readonly intervals: ReadonlyArray<Interval>
  readonly digests: DigestCounts
  readonly logs: NamedLogCounts
  readonly anchor: Anchor | null
  readonly problems: ReadonlyArray<Problem>
  readonly moreProblems: number
}

/** A region, as far as it is known. */
export interface TallyState {
  readonly shards: ReadonlyArray<ShardState>
  readonly unreferenced: UnreferencedCounts
  readonly problems: ReadonlyArray<Problem>
  readonly moreProblems: number
}

interface Problems {
  problems: ReadonlyArray<Problem>
  moreProblems: number
}

type Growing = { -readonly [K in keyof ShardState]: ShardState[K] } & Problems

/** A digest whose log files are still to come. */
interface OpenDigest {
  readonly shard: Growing
  readonly from: number
  readonly to: number
  label: Label
  readonly codes: Set<ProblemCode>
}

/** Counts what was found. */
export class RegionTally {
  private readonly shards = new Map<string, Growing>()
  private unreferenced: UnreferencedCounts
  private readonly own: Problems
  private open: OpenDigest | undefined

  constructor(state: TallyState = { shards: [], unreferenced: NO_UNREFERENCED, problems: [], moreProblems: 0 }) {
    for (const shard of state.shards) this.shards.set(shardKey(shard.id), { ...shard })
    this.unreferenced = state.unreferenced
    this.own = { problems: state.problems, moreProblems: state.moreProblems }
  }

  /** Begins a shard; the anchor of an earlier report stays until a later digest is proven. */
  begin(id: ShardId, from: number | undefined, anchor: Anchor | null = null): void {
    const shard: Growing = {
      id,
      from,
      intervals: [],
      digests: NO_DIGESTS,
      logs: NO_LOGS,
      anchor,
      problems: [],
      moreProblems: 0,
    }
    this.shards.set(shardKey(id), shard)
  }

  digest(id: ShardId, digest: CheckedDigest, state: DigestState, from: number, to: number): void {
    this.flush()
    const shard = this.shardOf(id)
    shard.digests = counted(shard.digests, state)
    for (const problem of digest.problems) note(shard, problem)
    this.open = { shard, from, to, label: state, codes: new Set(digest.problems.map(({ code }) => code)) }
    const signature = digest.signature ?? digest.successorSignature
    if (state !== 'VERIFIED' || digest.hash === undefined || signature === undefined) return
    const { bucket, key } = digest.location
    if (shard.anchor !== null && shard.anchor.endTime >= isoOfSeconds(digest.end)) return
    shard.anchor = { ...(bucket === undefined ? {} : { bucket }), key, endTime: isoOfSeconds(digest.end), hash: digest.hash, signature }
  }

  log(id: ShardId, log: CheckedLog | 'SKIPPED'): void {
    const shard = this.shardOf(id)
    if (log === 'SKIPPED') {
      shard.logs = { ...shard.logs, total: shard.logs.total + 1, skipped: shard.logs.skipped + 1 }
      return
    }
    shard.logs = { ...counted(shard.logs, log.state), skipped: shard.logs.skipped }
    for (const problem of log.problems) {
      note(shard, problem)
      this.open?.codes.add(problem.code)
    }
    // A log file that is gone is a file that fails: its digest is there.
    const label = log.state === 'MISSING' ? 'INVALID' : log.state
    if (this.open !== undefined) this.open.label = worstOf(this.open.label, label)
  }

  gap(id: ShardId, label: Label, from: number, to: number, problems: ReadonlyArray<Problem>): void {
    this.flush()
    const shard = this.shardOf(id)
    for (const problem of problems) note(shard, problem)
    const missing = problems.some(({ code }) => code === 'NOT_FOUND') ? 1 : 0
    if (missing > 0) shard.digests = counted(shard.digests, 'MISSING')
    this.cover(shard, { from, to, label, codes: problems.map(({ code }) => code).sort(), digests: 0 })
  }

  unnamed(state: UnreferencedState, problem: Problem | undefined): void {
    const name = NAMES[state]
    this.unreferenced = { ...this.unreferenced, [name]: this.unreferenced[name] + 1 }
    if (problem !== undefined) note(this.own, problem)
  }

  unlisted(problem: Problem): void {
    note(this.own, problem)
  }

  end(id: ShardId, to: number): ReadonlyArray<Segment> {
    this.flush()
    const shard = this.shardOf(id)
    shard.to = to
    return segmentsOf(shard)
  }

  /** What was found, where everything before is whole. */
  state(): TallyState {
    this.flush()
    return {
      shards: [...this.shards.values()].map((shard) => ({ ...shard })),
      unreferenced: this.unreferenced,
      problems: this.own.problems,
      moreProblems: this.own.moreProblems,
    }
  }

  /** The reports of the shards. Log files that no digest names are in the first one. */
  reports(): ReadonlyArray<ShardReport> {
    this.flush()
    const names = [...this.shards.keys()].sort()
    return names.map((name, i) => {
      const shard = this.shards.get(name) as Growing
      const all = i === 0 ? [...shard.problems, ...this.own.problems] : shard.problems
      return {
        id: shard.id,
        coverage: segmentsOf(shard),
        digests: shard.digests,
        logs: shard.logs,
        unreferenced: i === 0 ? this.unreferenced : NO_UNREFERENCED,
        anchor: shard.anchor,
        problems: all.slice(0, MAX_PROBLEMS),
        moreProblems: shard.moreProblems + (i === 0 ? this.own.moreProblems + Math.max(0, all.length - MAX_PROBLEMS) : 0),
      }
    })
  }

  private shardOf(id: ShardId): Growing {
    const shard = this.shards.get(shardKey(id))
    if (shard === undefined) throw new Error('a step of a shard that has not begun')
    return shard
  }

  private flush(): void {
    const { open } = this
    if (open === undefined) return
    this.open = undefined
    this.cover(open.shard, { from: open.from, to: open.to, label: open.label, codes: [...open.codes].sort(), digests: 1 })
  }

  private cover(shard: Growing, interval: Interval): void {
    const coverage = new Coverage(shard.intervals)
    coverage.add(interval)
    shard.intervals = coverage.list()
  }
}

const NAMES: Readonly<Record<UnreferencedState, keyof UnreferencedCounts>> = {
  UNREFERENCED: 'unreferenced',
  PENDING: 'pending',
  OUTSIDE: 'outside',
  KIND_NOT_DIGESTED: 'kindNotDigested',
}

const COUNTS: Readonly<Record<DigestState, 'verified' | 'invalid' | 'missing' | 'unproven'>> = {
  VERIFIED: 'verified',
  INVALID: 'invalid',
  MISSING: 'missing',
  UNPROVEN: 'unproven',
}

function counted<A extends DigestCounts>(counts: A, state: DigestState): A {
  const name = COUNTS[state]
  return { ...counts, total: counts.total + 1, [name]: counts[name] + 1 }
}

function note(into: Problems, problem: Problem): void {
  // Appended to a list of its own: a state that was handed out does not change.
  if (into.problems.length < MAX_PROBLEMS) into.problems = [...into.problems, problem]
  else into.moreProblems++
}

function segmentsOf({ id, from, to = 0, intervals }: ShardState): ReadonlyArray<Segment> {
  const coverage = new Coverage(intervals)
  const first = coverage.start()
  // A backfill has no range beyond its digests.
  const start = id.backfill ? Math.max(from ?? Number.NEGATIVE_INFINITY, first ?? to) : (from ?? first ?? to)
  if (start >= to) return []
  return coverage.segments(start, to).map(({ codes, digests, label, ...one }) => ({
    from: isoOfSeconds(one.from),
    to: isoOfSeconds(one.to),
    label,
    problems: codes,
    digests,
  }))
}

/** Whether a problem makes a report say `PROBLEMS`. */
export const isFailure = ({ code }: Problem): boolean => severityOf(code) === 'FAILS'
