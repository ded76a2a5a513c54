/**
 * Verdicts on the files of a run: what the digests of the trail say of each, and how many there are of each.
 *
 * @module
 */
import type { Command } from 'commander'
import type { RecordPredicate } from '../event/predicate.js'
import { createLedger, type Ledger, type LedgerState } from '../integrity/ledger.js'
import { sha256 } from '../integrity/sha256.js'
import { defined } from '../source/defined.js'
import type { LogBatch } from '../source/log-entry.js'
import type { LogIssue } from '../source/log-issue.js'
import { isDigestBatch } from './broken.js'
import { keysOf, storeOf } from './evidence-source.js'
import { integrityWord } from './integrity-word.js'
import type { Label, LabelledBatch } from './logs.js'
import type { VerifyOptions } from './options.js'
import { isLogPath } from './other-files.js'
import { isS3Path } from './s3-path.js'

/** Verdicts on files as they are read. */
export class Verification {
  readonly textHash = sha256
  private readonly counts = new Map<LedgerState, number>()

  constructor(private readonly ledger: Pick<Ledger, 'verdictOf'>) {}

  /** Whether a log file is not what CloudTrail delivered. */
  get hasInvalid(): boolean {
    return this.of('INVALID') > 0
  }

  /** Returns how many log files have each state; those of `FIRST` always, others where there are any. */
  states(): ReadonlyArray<readonly [state: LedgerState, files: number]> {
    const others = [...this.counts.keys()].filter((state) => !FIRST.includes(state) && this.of(state) > 0).sort()
    return [...FIRST, ...others].map((state) => [state, this.of(state)])
  }

  /** Returns the end of the last line: `4 verified, 1 invalid, 0 unproven`. */
  line(): string {
    return this.states()
      .map(([state, files]) => `${files} ${integrityWord(state)}`)
      .join(', ')
  }

  /** Adds the verdict to each batch of a file, which is passed on only when the verdict is known. */
  readonly label: Label = (read, isHeld) => (isHeld ? this.held(read()) : this.readTwice(read))

  private async *held(batches: AsyncIterable<LogBatch>): AsyncGenerator<LabelledBatch, void, undefined> {
    let held: Array<LogBatch> = []
    for await (const batch of batches) {
      held.push(batch)
      if (!batch.isLast) continue
      const integrity = this.judge(
        batch,
        held.flatMap(({ issues }) => issues),
      )
      for (const each of held) yield { ...each, ...(integrity && { integrity }) }
      held = []
    }
  }

  private async *readTwice(read: () => AsyncIterable<LogBatch>): AsyncGenerator<LabelledBatch, void, undefined> {
    const issues: Array<LogIssue> = []
    let integrity: LedgerState | undefined
    let textHash: string | undefined
    for await (const batch of read()) {
      for (const issue of batch.issues) issues.push(issue)
      if (!batch.isLast) continue
      textHash = batch.textHash
      integrity = this.judge(batch, issues)
    }
    for await (const batch of read()) {
      const isChanged = batch.isLast && batch.textHash !== textHash
      if (isChanged && integrity !== undefined) {
        this.count(integrity, -1)
        this.count('INVALID', 1)
      }
      yield { ...batch, ...(integrity && { integrity }), ...(isChanged && { isChanged }) }
    }
  }

  /** The verdict on a file, from its last batch and all its issues; none on a digest, whose own proof is the chain. */
  private judge({ source, object, textHash, isOneGzipMember }: LogBatch, issues: ReadonlyArray<LogIssue>): LedgerState | undefined {
    if (isDigestBatch({ issues }) && !isLogPath(source)) return undefined
    const { state } = this.ledger.verdictOf({
      path: source,
      issues,
      ...defined({ object, textHash, isOneGzipMember }),
    })
    this.count(state, 1)
    return state
  }

  private of(state: LedgerState): number {
    return this.counts.get(state) ?? 0
  }

  private count(state: LedgerState, files: number): void {
    this.counts.set(state, this.of(state) + files)
  }
}

const FIRST: ReadonlyArray<LedgerState> = ['VERIFIED', 'INVALID', 'UNPROVEN']

/** Validates the digests that the paths have. */
export async function beginVerification(
  paths: ReadonlyArray<string>,
  where: RecordPredicate,
  options: Pick<VerifyOptions, 'publicKeys' | 'signatures'>,
  command: Command,
): Promise<Verification> {
  const { store, scope } = await storeOf(paths, options, command)
  const keys = await keysOf(paths, options, command)
  const now = new Date()
  return new Verification(await createLedger(store, keys, { now, ...scope, ...(paths.some(isS3Path) ? rangeOf(where, now) : {}) }))
}

/** Events of a time are listed in a bucket as far as they were delivered up to so much later. */
const LATE_MS = 2 * 24 * 60 * 60 * 1000

/** The times of delivery of the files that are listed in a bucket; the files of a folder are all read. */
function rangeOf({ index }: RecordPredicate, now: Date): { readonly from?: Date; readonly to?: Date } {
  const { from, to } = index ?? {}
  const end = to === undefined ? now.getTime() : Math.min(to + LATE_MS, now.getTime())
  if (from !== undefined && from >= end) return {}
  return { ...(from === undefined ? {} : { from: new Date(from) }), to: new Date(end) }
}
