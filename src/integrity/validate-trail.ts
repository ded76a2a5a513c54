/**
 * Validating trails: what is found, as it is found, and the report.
 *
 * @module
 */
import { requireObject } from '../codec/argument.js'
import { printable } from '../codec/path.js'
import { Count } from '../scalar/count.js'
import type { EvidenceStore, KeySource } from '../source/evidence.js'
import { limitsOf } from '../source/limits.js'
import { begunAhead, limitedStore } from './begun-ahead.js'
import type { CheckedLog } from './check-log.js'
import { type Cursor, cursorText, parseCursor } from './cursor.js'
import type { IntegrityEvent } from './integrity-event.js'
import { KeyRing } from './key-ring.js'
import { wordOf } from './member-hash.js'
import type { ValidateOptions } from './options.js'
import { type Problem, whereOf } from './problem.js'
import { type RegionContext, type RegionState, regionSteps, type Step } from './region-steps.js'
import { RegionTally, type TallyState } from './region-tally.js'
import { type Region, regionsIn } from './regions.js'
import { type IntegrityReport, type RequestedRange, SCHEMA, type ShardReport, type UsedKey } from './report.js'
import { runInOrder } from './run-in-order.js'
import { type ShardId, shardKey } from './shard.js'
import { isoOfSeconds, secondsFrom } from './time.js'
import { limitsText, totalsOf, verdictOf } from './verdict.js'
import { VERSION } from './version.js'

/**
 * A validation: an iterable of what is found, as it is found, and then the report. It can be iterated once.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface TrailValidation extends AsyncIterable<IntegrityEvent> {
  /** Returns the report, after all that is left was validated. */
  readonly report: () => Promise<IntegrityReport>
  /**
   * Returns where the validation is: as `cursor` of a later one with the same options, it continues after what was
   * taken.
   */
  readonly cursor: () => string
}

/**
 * Validates digest files and the log files that they name: which of them are what CloudTrail delivered, and what is
 * known of each second of a range.
 *
 * @param store - Where the files are: `folderStore` of `glue-trail/node`, `trailStore` of `glue-trail/aws`, or one of
 * your own.
 * @param keys - Where public keys come from. Trust in the report is trust in them.
 * @param options - Which shards, which range, and how.
 * @returns See `TrailValidation`. It throws a `TypeError` for an invalid time, number or cursor; iterating rejects with
 * the reason of `signal` alone.
 *
 * @see
 * {@link https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html AWS: validating log file integrity}
 *
 * @example
 * import { validateTrail } from 'glue-trail/integrity'
 *
 * // A store without files.
 * const store = { kind: 'copy', list: async function* () {}, folders: async () => [], read: async () => ({ error: 'ENOENT' }) } as const
 * const report = await validateTrail(store, async () => []).report()
 * assert.strictEqual(report.verdict, 'INCOMPLETE')
 * assert.deepStrictEqual(report.shards, [])
 *
 * @category integrity
 * @since 0.1.0
 */
export function validateTrail(store: EvidenceStore, keys: KeySource, options: ValidateOptions = {}): TrailValidation {
  requireObject('validateTrail', 'a store, such as of folderStore', store)
  const validation = new Validation(store, keys, options)
  const events = validation.run()
  return {
    [Symbol.asyncIterator]: () => events,
    report: async () => {
      for await (const _ of events);
      return validation.report()
    },
    cursor: () => validation.cursor(),
  }
}

/** A step that was taken, with its log file. */
interface Taken {
  readonly step: Step
  readonly log?: CheckedLog | 'SKIPPED'
}

/** So many regions of a bucket are begun before the one before them is done. */
const REGIONS_AHEAD = 4

/** Minutes in which a digest may come after the hour that it covers. */
const GRACE_MINUTES = 120

class Validation {
  private readonly context: RegionContext
  private readonly ring: KeyRing
  private readonly done = new Set<string>()
  private readonly shards: Array<ShardReport> = []
  private readonly notChecked = new Set<string>()
  private readonly keysBefore: ReadonlyArray<UsedKey>
  private readonly resumed: { readonly name: string; readonly state: RegionState; readonly tally: TallyState } | undefined
  private readonly seen = { accounts: new Set<string>(), regions: new Set<string>(), trails: new Set<string>() }
  private readonly started: string
  private committed: { readonly name: string; readonly state: RegionState; readonly tally: TallyState } | undefined
  private isWhole = false

  constructor(
    private readonly store: EvidenceStore,
    keys: KeySource,
    private readonly options: ValidateOptions,
  ) {
    const { signal, trails, logs = 'all', unreferenced = true, buckets = [], graceMinutes = GRACE_MINUTES, concurrency = 16 } = options
    if (!Count.is(graceMinutes)) throw new TypeError('graceMinutes: expected a whole number, received something else')
    // NaN too makes 1.
    const most = Math.max(1, Math.floor(concurrency) || 1)
    const now = options.now ?? new Date()
    this.started = isoOfSeconds(secondsFrom(now, 'now'))
    const to = options.to === undefined ? secondsFrom(now, 'now') : secondsFrom(options.to, 'to')
    const from = options.from === undefined ? undefined : secondsFrom(options.from, 'from')
    if (from !== undefined && from >= to) throw new TypeError('from: expected a time before the end of the range, received a later one')
    this.ring = new KeyRing(keys, signal)
    this.context = {
      store: limitedStore(store, most),
      keys: this.ring,
      limits: limitsOf(options.limits ?? {}),
      signal,
      keepStored: options.evidence === true,
      buckets,
      from,
      to,
      now: secondsFrom(now, 'now'),
      graceSeconds: 60 * graceMinutes,
      trails,
      logs,
      unreferenced,
      concurrency: most,
      earlier: new Map((options.after?.shards ?? []).map((shard) => [shardKey(shard.id), shard])),
    }
    const cursor: Cursor = options.cursor === undefined ? { done: [], shards: [], keys: [], notChecked: [] } : parseCursor(options.cursor)
    for (const name of cursor.done) this.done.add(name)
    for (const shard of cursor.shards) this.shards.push(shard)
    for (const name of cursor.notChecked) this.notChecked.add(name)
    this.keysBefore = cursor.keys
    this.resumed = cursor.region
    this.committed = cursor.region
    for (const { id } of this.shards) this.note(id)
    for (const { id } of cursor.region?.tally.shards ?? []) this.note(id)
  }

  async *run(): AsyncGenerator<IntegrityEvent, void, undefined> {
    const { signal } = this.context
    signal?.throwIfAborted()
    // In a bucket, most of the time of a small region is waiting for one request after the other.
    const ahead = this.store.kind === 's3' ? REGIONS_AHEAD : 0
    for await (const [region, steps] of begunAhead(this.regions(), ahead, (one) => this.steps(one))) {
      yield* this.region(region, steps)
      signal?.throwIfAborted()
    }
    yield* this.lost()
    this.isWhole = true
  }

  /** The regions that are still to be validated. */
  private async *regions(): AsyncGenerator<Region, void, undefined> {
    for await (const region of regionsIn(this.store, this.options, this.context.signal)) {
      if ('error' in region) {
        this.notChecked.add(`${printable(region.prefix)}: ${wordOf(region.error)}`)
      } else {
        this.seen.accounts.add(region.account)
        this.seen.regions.add(region.region)
        if (!this.done.has(region.name)) yield region
      }
    }
  }

  private resumedAt({ name }: Region): Validation['resumed'] {
    return this.resumed?.name === name ? this.resumed : undefined
  }

  private steps(region: Region): AsyncGenerator<Taken, void, undefined> {
    const steps = regionSteps(region, this.context, this.resumedAt(region)?.state)
    const work = (step: Step): Promise<Taken> | Taken => (step.kind === 'LOG' ? step.check().then((log) => ({ step, log })) : { step })
    return runInOrder(steps, this.context.concurrency, work)
  }

  private async *region(region: Region, steps: AsyncIterable<Taken>): AsyncGenerator<IntegrityEvent, void, undefined> {
    const tally = new RegionTally(this.resumedAt(region)?.tally)
    for await (const { step, log } of steps) {
      const event = this.take(tally, region, step, log)
      if (event !== undefined) yield event
    }
    for (const report of tally.reports()) this.shards.push(report)
    this.done.add(region.name)
    this.committed = undefined
  }

  /** Counts a step; returns what it is to the caller. */
  private take(tally: RegionTally, region: Region, step: Step, log: CheckedLog | 'SKIPPED' | undefined): IntegrityEvent | undefined {
    switch (step.kind) {
      case 'SHARD':
        tally.begin(step.shard, step.from, this.context.earlier.get(shardKey(step.shard))?.anchor ?? null)
        this.note(step.shard)
        return { kind: 'SHARD_FOUND', shard: step.shard }
      case 'DIGEST': {
        const { shard, digest, state, from, to } = step
        tally.digest(shard, digest, state, from, to)
        const { location, proofs, problems, file, stored, signed, key, metadata } = digest
        const signature = digest.signature ?? digest.successorSignature
        const evidence = stored && signed && key && signature !== undefined && proofs.length > 0
        return {
          kind: 'DIGEST_CHECKED',
          shard,
          location,
          state,
          proofs: [...proofs],
          from: isoOfSeconds(from),
          to: isoOfSeconds(to),
          problems: [...problems],
          ...(file === undefined ? {} : { file }),
          ...(evidence
            ? { evidence: { stored, signed, signature, key: key.record, ...(metadata === undefined ? {} : { metadata }) } }
            : {}),
        }
      }
      case 'GAP': {
        const { shard, label, from, to, problems } = step
        tally.gap(shard, label, from, to, problems)
        if (problems.length === 0) return undefined
        const state = label === 'MISSING' || label === 'OVERDUE' ? 'MISSING' : label === 'INVALID' ? 'INVALID' : 'UNPROVEN'
        return { kind: 'DIGEST_CHECKED', shard, state, proofs: [], from: isoOfSeconds(from), to: isoOfSeconds(to), problems }
      }
      case 'LOG': {
        if (log === undefined) return undefined
        tally.log(step.shard, log)
        if (log === 'SKIPPED') return undefined
        const { location, state, problems, bytes } = log
        return { kind: 'LOG_CHECKED', shard: step.shard, location, state, problems, bytes }
      }
      case 'UNREFERENCED': {
        const { object, state } = step
        const problem: Problem | undefined =
          state === 'UNREFERENCED'
            ? { code: 'UNREFERENCED', expected: 'a log file that a digest names', received: 'one that none names', where: whereOf(object) }
            : undefined
        tally.unnamed(state, problem)
        const location = { ...(object.bucket === undefined ? {} : { bucket: object.bucket }), key: object.key }
        return { kind: 'UNREFERENCED', shard: regionId(region), location, state, problems: problem === undefined ? [] : [problem] }
      }
      case 'UNLISTED':
        tally.unlisted(step.problem)
        return undefined
      case 'COMMIT':
        this.committed = { name: region.name, state: step.state, tally: tally.state() }
        return undefined
      case 'END':
        return { kind: 'COVERED', shard: step.shard, coverage: tally.end(step.shard, step.to) }
    }
  }

  /** Shards of an earlier report whose account and region are gone as a whole. */
  private async *lost(): AsyncGenerator<IntegrityEvent, void, undefined> {
    const { accounts, regions, trails } = this.options
    for (const { id, anchor } of this.context.earlier.values()) {
      const isWanted =
        (accounts?.includes(id.account) ?? true) &&
        (regions?.includes(id.region) ?? true) &&
        (trails?.includes(id.trail ?? '') ?? true) &&
        (this.options.organization === undefined || this.options.organization === id.organization)
      if (!isWanted || anchor === null || this.shards.some((shard) => shardKey(shard.id) === shardKey(id))) continue
      const empty = async function* (): AsyncGenerator<never, void, undefined> {}
      const { trail: _trail, homeRegion: _home, backfill: _backfill, ...place } = id
      const region: Region = { ...place, name: `lost|${shardKey(id)}`, where: '', digests: empty, logs: () => [] }
      yield* this.region(region, this.steps(region))
    }
  }

  private note({ account, region, trail }: ShardId): void {
    this.seen.accounts.add(account)
    this.seen.regions.add(region)
    if (trail !== undefined) this.seen.trails.add(trail)
  }

  cursor(): string {
    return cursorText({
      done: [...this.done],
      shards: this.shards,
      keys: this.keys(),
      notChecked: [...this.notChecked],
      ...(this.committed === undefined ? {} : { region: this.committed }),
    })
  }

  private keys(): ReadonlyArray<UsedKey> {
    const all = new Map<string, UsedKey>()
    for (const key of this.keysBefore) all.set(JSON.stringify(key), key)
    for (const { record, fingerprint, sha256, bits, format } of this.ring.usedKeys()) {
      const key: UsedKey = {
        fingerprint,
        sha256,
        bits,
        format,
        region: record.region ?? null,
        from: record.from === undefined ? null : isoOfSeconds(Math.floor(record.from.getTime() / 1000)),
        to: record.to === undefined ? null : isoOfSeconds(Math.floor(record.to.getTime() / 1000)),
        source: record.source,
      }
      all.set(JSON.stringify(key), key)
    }
    return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  }

  report(): IntegrityReport {
    if (!this.isWhole) throw new Error('the validation did not end')
    const { options, context } = this
    const shards = [...this.shards].sort((a, b) => (shardKey(a.id) < shardKey(b.id) ? -1 : 1))
    const notChecked = [...this.notChecked]
    for (const name of ['accounts', 'regions', 'trails'] as const) {
      for (const wanted of options[name] ?? [])
        if (!this.seen[name].has(wanted)) notChecked.push(`${name.slice(0, -1)} ${wanted}: not found`)
    }
    const requested: RequestedRange = {
      from: context.from === undefined ? null : isoOfSeconds(context.from),
      to: isoOfSeconds(context.to),
      shards: {
        accounts: options.accounts ?? null,
        organization: options.organization ?? null,
        regions: options.regions ?? null,
        trails: options.trails ?? null,
      },
      options: {
        logs: typeof context.logs === 'string' ? context.logs : 'selection',
        unreferenced: context.unreferenced,
        buckets: context.buckets,
        graceMinutes: context.graceSeconds / 60,
        after: options.after?.requested.to ?? null,
      },
      notChecked: notChecked.sort(),
    }
    const totals = totalsOf(shards)
    return {
      schema: SCHEMA,
      tool: { name: 'glue-trail', version: VERSION },
      requested,
      ran: { started: this.started, ended: options.now === undefined ? isoOfSeconds(secondsFrom(new Date(), 'now')) : this.started },
      keys: this.keys(),
      shards,
      totals,
      verdict: verdictOf(shards, requested, totals.seconds),
      limits: limitsText(requested),
    }
  }
}

const regionId = ({ prefix, organization, account, region }: Region): ShardId => ({
  ...(prefix === undefined ? {} : { prefix }),
  ...(organization === undefined ? {} : { organization }),
  account,
  region,
  backfill: false,
})
