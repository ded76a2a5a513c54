/**
 * The steps of validating one account and region: its digests oldest to newest, the log files they name, and the log
 * files that none names, merged by time so that memory holds the window of delivery alone.
 *
 * @module
 */
import type { EvidenceObject } from '../source/evidence.js'
import { Chain, type ChainContext, type ChainStep, type Link, PERIOD } from './chain.js'
import { type CheckedDigest, checkDigest, type DigestState, stateOf } from './check-digest.js'
import { type CheckedLog, checkLog } from './check-log.js'
import type { Label } from './coverage.js'
import { LogLister } from './log-lister.js'
import { wordOf } from './member-hash.js'
import type { LogSelection } from './options.js'
import type { Problem } from './problem.js'
import { MINUTE, NAME_TOLERANCE, References, type ReferencesState, type UnreferencedState } from './references.js'
import type { Region } from './regions.js'
import type { Anchor, ShardReport } from './report.js'
import { runInOrder } from './run-in-order.js'
import { type ListedLog, minuteOf, nameOf, parseLogKey, type ShardId, shardKey, shardOf } from './shard.js'
import { DAY, isoOfSeconds, secondsOf } from './time.js'
import type { TimedFile } from './time-order.js'

/** What a region is validated with. */
export interface RegionContext extends ChainContext {
  /** The range in seconds. */
  readonly from: number | undefined
  readonly to: number
  readonly now: number
  readonly graceSeconds: number
  readonly trails: ReadonlyArray<string> | undefined
  readonly logs: 'all' | 'none' | LogSelection
  readonly unreferenced: boolean
  readonly concurrency: number
  /** Shards of an earlier report, by name. */
  readonly earlier: ReadonlyMap<string, ShardReport>
}

/** One step. Steps are taken in order; log files are read ahead. */
export type Step =
  | { readonly kind: 'SHARD'; readonly shard: ShardId; readonly from: number | undefined }
  | {
      readonly kind: 'DIGEST'
      readonly shard: ShardId
      readonly digest: CheckedDigest
      readonly state: DigestState
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'GAP'
      readonly shard: ShardId
      readonly label: Label
      readonly from: number
      readonly to: number
      readonly problems: ReadonlyArray<Problem>
    }
  | { readonly kind: 'LOG'; readonly shard: ShardId; readonly check: () => Promise<CheckedLog | 'SKIPPED'> }
  /** Log files belong to an account and region, whatever trail delivered them. */
  | { readonly kind: 'UNREFERENCED'; readonly object: EvidenceObject; readonly state: UnreferencedState }
  | { readonly kind: 'UNLISTED'; readonly problem: Problem }
  /** All before this is whole: a run can be continued here. */
  | { readonly kind: 'COMMIT'; readonly state: RegionState }
  | { readonly kind: 'END'; readonly shard: ShardId; readonly to: number }

/** What a continued run needs of a region. */
export interface RegionState {
  readonly shards: Readonly<
    Record<string, { readonly judgedTo: number; readonly links: ReadonlyArray<Link>; readonly isAnnounced: boolean }>
  >
  readonly references: ReferencesState
  /** Where each listing of log files is. */
  readonly logs: ReadonlyArray<string>
}

interface Run {
  readonly id: ShardId
  readonly name: string
  readonly from: number | undefined
  readonly anchor: Anchor | undefined
  chain: Chain | undefined
  /** Digests before the range, by name. */
  before: ReadonlyArray<Link>
  /** The end of the last digest that was queued, of the newest in the listing, and of the last that was judged. */
  queuedEnd: number | undefined
  newestEnd: number | undefined
  judgedTo: number
  isAnnounced: boolean
  isAnchorChecked: boolean
  /** Whether it is reported. Digests of other trails are read only for the log files that they name. */
  readonly isWanted: boolean
}

/** A digest may name log files of so long before another shard's digest of the same time was seen, in seconds. */
const LAG = 2 * 3600

/** A chain that has not gone on for so long is not waited for. */
const STALE = 26 * 3600

/** Yields the steps of a region. Rejects with the signal's reason alone. */
export async function* regionSteps(region: Region, context: RegionContext, state?: RegionState): AsyncGenerator<Step, void, undefined> {
  const runs = new Map<string, Run>()
  const references = new References(state?.references)
  const { to, signal } = context
  const noted = new WeakMap<CheckedDigest, ReadonlySet<string>>()
  let unlisted: Problem | undefined
  let logLister: LogLister | undefined
  let firstUnnamed = Number.POSITIVE_INFINITY

  const runOf = (id: ShardId): Run => {
    const name = shardKey(id)
    const known = runs.get(name)
    if (known !== undefined) return known
    const anchor = context.earlier.get(name)?.anchor ?? undefined
    const kept = state?.shards[name]
    const run: Run = {
      id,
      name,
      from: context.from ?? (anchor === undefined ? undefined : secondsOf(anchor.endTime)),
      anchor,
      chain: undefined,
      before: kept?.links ?? [],
      queuedEnd: undefined,
      newestEnd: undefined,
      judgedTo: kept?.judgedTo ?? Number.NEGATIVE_INFINITY,
      isAnnounced: kept?.isAnnounced ?? false,
      isAnchorChecked: kept !== undefined,
      isWanted: context.trails === undefined || context.trails.includes(id.trail ?? ''),
    }
    runs.set(name, run)
    return run
  }

  /** The digests to read, in the order of their ends. */
  async function* queue(): AsyncGenerator<{ readonly run: Run; readonly object: EvidenceObject; readonly end: number }, void, undefined> {
    try {
      for await (const { object, key, time: end } of region.digests(signal)) {
        const run = runOf(shardOf(key))
        if (!run.isWanted && !context.unreferenced) continue
        run.newestEnd = Math.max(run.newestEnd ?? end, end)
        if (end <= run.judgedTo) continue
        if (run.from !== undefined && end <= run.from) {
          const link = { ...(object.bucket === undefined ? {} : { bucket: object.bucket }), key: object.key, end }
          run.before = [{ ...link, isInPlace: true, isSigned: false, isFailed: false }]
          continue
        }
        // One digest after the range is read, for what it says of the last one within.
        const isBeyond = run.queuedEnd !== undefined && run.queuedEnd >= to
        if (isBeyond) {
          if (end > to + DAY && [...runs.values()].every(({ queuedEnd }) => queuedEnd !== undefined && queuedEnd >= to)) return
          continue
        }
        run.queuedEnd = end
        yield { run, object, end }
      }
    } catch (error) {
      signal?.throwIfAborted()
      unlisted = { code: 'UNREADABLE', expected: 'a list of digest files', received: wordOf(error), where: region.where }
    }
  }

  const checked = runInOrder(queue(), context.concurrency, async ({ run, object, end }) => ({
    run,
    end,
    digest: await checkDigest(locationOf(object), run.id, end, context),
  }))

  for await (const { run, end, digest } of checked) {
    referencesOf(digest)
    run.chain ??= new Chain(run.id, context, run.from, run.anchor, run.before)
    yield* anchorOf(run)
    for (const step of await run.chain.next(digest)) yield* stepsOf(run, step)
    yield* unnamed(watermark(end))
    yield { kind: 'COMMIT', state: stateNow() }
  }
  for (const [name, { id }] of context.earlier) {
    // Digests that an earlier report proved, and of which none is left.
    if (isOf(id, region) && !runs.has(name)) runOf(id)
  }
  const ordered = [...runs.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const run of ordered) {
    yield* anchorOf(run)
    for (const step of run.chain?.end() ?? []) yield* stepsOf(run, step)
    yield* tailOf(run)
  }
  yield* judged(Number.POSITIVE_INFINITY)
  if (ordered.every(({ isAnnounced }) => !isAnnounced) && context.trails === undefined) {
    // Nothing but log files, or not even these: no digest covers the range.
    const lone = runOf({ ...idOf(region), backfill: false })
    yield* announce(lone, lone.from ?? Math.min(firstUnnamed, to))
    if (unlisted !== undefined) yield { kind: 'GAP', shard: lone.id, label: 'UNPROVEN', from: lone.from ?? to, to, problems: [unlisted] }
    yield { kind: 'END', shard: lone.id, to }
  }
  for (const run of ordered) if (run.isAnnounced) yield { kind: 'END', shard: run.id, to: endOf(run) }

  function* announce(run: Run, from = run.from): Generator<Step, void, undefined> {
    if (run.isAnnounced) return
    run.isAnnounced = true
    yield { kind: 'SHARD', shard: run.id, from }
  }

  async function* anchorOf(run: Run): AsyncGenerator<Step, void, undefined> {
    if (run.isAnchorChecked || run.anchor === undefined || !run.isWanted) return
    run.isAnchorChecked = true
    const chain = run.chain ?? new Chain(run.id, context, run.from, run.anchor)
    for (const step of await chain.checkAnchor()) {
      if (step.kind !== 'GAP') continue
      yield* announce(run)
      yield { ...step, shard: run.id }
    }
  }

  /** The steps of what the chain found, where it touches the range. */
  function* stepsOf(run: Run, step: ChainStep): Generator<Step, void, undefined> {
    const isInRange = step.from < to && (run.from === undefined || step.to > run.from)
    if (step.kind === 'GAP') {
      const hasNoTime = step.from === step.to
      if (!isInRange && !(hasNoTime && run.from === undefined)) return
      if (UNKNOWN.includes(step.label)) references.cover(step.from, step.to, 'UNPROVEN')
      if (!run.isWanted) return
      yield* announce(run)
      const from = run.from === undefined ? step.from : Math.max(run.from, step.from)
      yield { ...step, from, to: Math.min(step.to, to), shard: run.id }
      return
    }
    const { digest, from } = step
    const digestState = stateOf(digest)
    run.judgedTo = Math.max(run.judgedTo, digest.end)
    references.cover(from, digest.end, digestState)
    if (!run.isWanted) return
    if (isInRange) {
      yield* announce(run)
      yield { kind: 'DIGEST', shard: run.id, digest, state: digestState, from, to: digest.end }
    }
    const twice = referencesOf(digest)
    if (!isInRange || context.logs === 'none') return
    for (const entry of digest.file?.logFiles ?? []) {
      const isWanted = context.logs === 'all' || context.logs(entry)
      const named = { entry, digest, digestState, shard: run.id, isNamedTwice: twice.has(entry.s3Object) }
      yield { kind: 'LOG', shard: run.id, check: async () => (isWanted ? checkLog(named, context) : 'SKIPPED') }
    }
  }

  /** Notes the names of a digest as soon as it is read; returns those to which another digest gives another hash. */
  function referencesOf(digest: CheckedDigest): ReadonlySet<string> {
    const before = noted.get(digest)
    if (before !== undefined) return before
    const twice = new Set<string>()
    for (const { s3Object, hashValue } of digest.file?.logFiles ?? []) {
      const key = parseLogKey(s3Object)
      if (key === undefined) continue
      const name = context.store.kind === 'copy' ? nameOf(s3Object) : s3Object
      if (references.add(name, hashValue, minuteOf(key), key.kind)) twice.add(s3Object)
    }
    noted.set(digest, twice)
    return twice
  }

  /** What follows the newest digest. */
  function* tailOf(run: Run): Generator<Step, void, undefined> {
    const anchorEnd = run.anchor && secondsOf(run.anchor.endTime)
    const end = run.newestEnd ?? anchorEnd
    // A backfill is over when it is written: nothing is due after it.
    if (end === undefined || run.id.backfill || end >= to || !run.isWanted) return
    const from = Math.max(end, run.from ?? end)
    yield* announce(run)
    if (unlisted !== undefined) {
      yield { kind: 'GAP', shard: run.id, label: 'UNPROVEN', from, to, problems: [unlisted] }
    } else if (isPending(end)) {
      yield { kind: 'GAP', shard: run.id, label: 'PENDING', from, to, problems: [] }
    } else {
      const problem: Problem = {
        code: 'OVERDUE',
        expected: `a digest for the hour after ${isoOfSeconds(end)}`,
        received: 'none',
        where: region.where,
      }
      yield { kind: 'GAP', shard: run.id, label: 'OVERDUE', from, to, problems: [problem] }
    }
  }

  /** Whether the digest after one that ends then may still come. */
  function isPending(end: number): boolean {
    return context.now - end <= PERIOD + context.graceSeconds
  }

  /** Since when a digest of any trail that is still to come may name a log file; `undefined` without digests. */
  function pendingFrom(): number | undefined {
    const ends = [...runs.values()].flatMap(({ id, newestEnd: end }) => (end === undefined ? [] : [{ end, isBackfill: id.backfill }]))
    const pending = ends.filter(({ end, isBackfill }) => !isBackfill && isPending(end))
    return ends.length === 0 ? undefined : Math.min(Math.max(...ends.map(({ end }) => end)), ...pending.map(({ end }) => end))
  }

  /** The end of the range of a shard: a backfill has none beyond its digests. */
  function endOf(run: Run): number {
    return run.id.backfill && run.newestEnd !== undefined ? Math.min(to, run.newestEnd) : to
  }

  /** Up to when no digest that is still to come names a log file. */
  function watermark(current: number): number {
    let least = current - LAG
    for (const { chain, queuedEnd } of runs.values()) {
      const open = chain?.openFrom()
      if (open !== undefined && queuedEnd !== undefined && queuedEnd > current - STALE) least = Math.min(least, open)
    }
    return least
  }

  async function* unnamed(until: number): AsyncGenerator<Step, void, undefined> {
    yield* judged(until)
    references.forget(until - NAME_TOLERANCE - PERIOD)
  }

  /** The log files that no digest names, as far as no digest that is still to come can name them. */
  async function* judged(until: number): AsyncGenerator<Step, void, undefined> {
    if (!context.unreferenced) return
    const starts = [...runs.values()].filter(({ isWanted }) => isWanted).map(({ from }) => from)
    const from =
      context.from ??
      (starts.length > 0 && starts.every((start) => start !== undefined) ? Math.min(...(starts as Array<number>)) : undefined)
    logLister ??= new LogLister(region.logs(from, signal), state?.logs ?? [])
    for (;;) {
      let next: TimedFile<ListedLog> | undefined
      try {
        next = await logLister.before(until - MINUTE - NAME_TOLERANCE, to)
      } catch (error) {
        signal?.throwIfAborted()
        const problem: Problem = { code: 'UNREADABLE', expected: 'a list of log files', received: wordOf(error), where: region.where }
        yield { kind: 'UNLISTED', problem }
        continue
      }
      if (next === undefined) return
      const {
        object,
        time: minute,
        key: { kind },
      } = next
      if (from !== undefined && minute < from) continue
      const name = context.store.kind === 'copy' ? nameOf(object.key) : object.key
      if (references.has(name)) continue
      const pending = pendingFrom()
      firstUnnamed = Math.min(firstUnnamed, minute)
      yield { kind: 'UNREFERENCED', object, state: pending === undefined ? 'OUTSIDE' : references.stateOf(minute, kind, pending) }
    }
  }

  function stateNow(): RegionState {
    return {
      shards: Object.fromEntries(
        [...runs.values()].map(({ name, judgedTo, chain, before, isAnnounced }) => [
          name,
          { judgedTo, links: chain === undefined ? before : chain.links(), isAnnounced },
        ]),
      ),
      references: references.state(),
      logs: logLister?.positions() ?? state?.logs ?? [],
    }
  }
}

/** Labels of times in which digests may have named any file. */
const UNKNOWN: ReadonlyArray<Label> = ['INVALID', 'MISSING', 'UNPROVEN']

const locationOf = ({ bucket, key, version }: EvidenceObject) => ({
  ...(bucket === undefined ? {} : { bucket }),
  key,
  ...(version === undefined ? {} : { version }),
})

const idOf = ({ prefix, organization, account, region }: Region): Omit<ShardId, 'backfill'> => ({
  ...(prefix === undefined ? {} : { prefix }),
  ...(organization === undefined ? {} : { organization }),
  account,
  region,
})

const isOf = (id: ShardId, region: Region): boolean =>
  id.account === region.account && id.region === region.region && id.prefix === region.prefix && id.organization === region.organization
