/**
 * The digests of one shard, read from oldest to newest. Each contains the hash and signature of the one before it, so a
 * digest is judged when the next one is known: the next one may prove it, or show that a digest between the two is
 * missing.
 *
 * @module
 */
import type { EvidenceLocation } from '../source/evidence.js'
import { type CheckContext, type CheckedDigest, checkDigest, isSignedBy } from './check-digest.js'
import type { Label } from './coverage.js'
import type { PreviousDigest } from './digest.js'
import { isSameHex } from './hex.js'
import { hasFailure, type Problem, type ProblemCode, severityOf, whereOf } from './problem.js'
import type { Anchor } from './report.js'
import { isSameChain, nameOf, parseDigestKey, type ShardId } from './shard.js'
import { isoOfSeconds, secondsOf } from './time.js'

/** A result of reading the chain: a judged digest, or a period without a usable digest. */
export type ChainStep =
  | { readonly kind: 'DIGEST'; readonly digest: CheckedDigest; readonly from: number; readonly to: number }
  | { readonly kind: 'GAP'; readonly label: Label; readonly from: number; readonly to: number; readonly problems: ReadonlyArray<Problem> }

/** What is remembered of an earlier digest, to check later digests that name it. */
export interface Link {
  readonly bucket?: string
  readonly key: string
  readonly end: number
  /** Missing if the digest was not read. */
  readonly hash?: string
  readonly signature?: string
  readonly isInPlace: boolean
  readonly isSigned: boolean
  readonly isFailed: boolean
}

/** The context for reading a chain. */
export interface ChainContext extends CheckContext {
  /** Buckets that the chain may lead to, in addition to the listed one. */
  readonly buckets: ReadonlyArray<string>
}

/** How many digests are remembered; a link to an older digest skips all of these. */
const MAX_REMEMBERED = 8

/** The most digests that are followed back outside the listing: more than ten years of hourly digests. */
const MAX_FOLLOWED = 100_000

/** The period, in seconds, of a digest whose start is not known: AWS delivers a digest every hour. */
export const PERIOD = 3600

interface Held {
  readonly digest: CheckedDigest
  readonly from: number
  /**
   * Set if the digest is not proven and does not match what its successor contains. Which of the two is wrong depends
   * on whether the successor is proven.
   */
  doubt?: { readonly by: CheckedDigest; readonly problems: ReadonlyArray<Problem> }
}

/** The chain of one shard. */
export class Chain {
  private readonly held: Array<Held> = []
  private remembered: ReadonlyArray<Link>
  private hasPassedAnchor = false

  /**
   * @param shard - The shard whose digests are read.
   * @param from - The start of the range. A digest that ends at or before it is read only to check the link to it.
   * @param anchor - The newest digest that an earlier report proved.
   * @param remembered - The preceding digests: from an earlier part of the run, or known only by their keys.
   */
  constructor(
    private readonly shard: ShardId,
    private readonly context: ChainContext,
    private readonly from: number | undefined,
    private readonly anchor: Anchor | undefined,
    remembered: ReadonlyArray<Link> = [],
  ) {
    this.remembered = remembered
  }

  /** Returns the last digests that are judged, for a run that continues this one. */
  links(): ReadonlyArray<Link> {
    const judged = this.remembered.filter(({ end }) => !this.held.some(({ digest }) => digest.end === end))
    return judged
  }

  /** Returns the start of the period whose digests are not judged yet. */
  openFrom(): number | undefined {
    return this.held[0]?.from
  }

  /** Takes the next digest of the listing and returns the steps that it decides. */
  async next(digest: CheckedDigest): Promise<ReadonlyArray<ChainStep>> {
    const steps: Array<ChainStep> = []
    const before = this.remembered.at(-1)
    const from = Math.min(digest.start ?? before?.end ?? digest.end - PERIOD, digest.end - 1)
    if (digest.previous === null) {
      if (before !== undefined) gap(steps, 'VALIDATION_OFF', before.end, from, [])
    } else if (digest.previous !== undefined) {
      this.compareAnchor(digest, digest.previous)
      await this.follow(digest, from, digest.previous, steps)
    }
    this.held.push({ digest, from })
    this.settle(steps, false)
    this.remember(digest)
    return steps
  }

  /** Judges the remaining digests, after the last digest of the listing. */
  end(): ReadonlyArray<ChainStep> {
    const steps: Array<ChainStep> = []
    this.settle(steps, true)
    return steps
  }

  /** Checks the digest with which an earlier report ended; returns a step if it is changed, missing or unreadable. */
  async checkAnchor(): Promise<ReadonlyArray<ChainStep>> {
    const { anchor } = this
    const end = anchor && secondsOf(anchor.endTime)
    if (anchor === undefined || end === undefined) return []
    const location = { ...(anchor.bucket === undefined ? {} : { bucket: anchor.bucket }), key: anchor.key }
    const { hash, problems } = await checkDigest(location, this.shard, end, this.context)
    const unreadable = problems.find(({ code }) => code === 'UNREADABLE')
    if (unreadable !== undefined) return [{ kind: 'GAP', label: 'UNPROVEN', from: end - PERIOD, to: end, problems: [unreadable] }]
    if (hash === anchor.hash) return []
    const received = problems.some(({ code }) => code === 'NOT_FOUND') ? 'none' : 'a different digest'
    const problem: Problem = {
      code: 'ROLLED_BACK',
      expected: `the digest of ${anchor.endTime} that an earlier report proved`,
      received,
      where: whereOf(location),
    }
    return [{ kind: 'GAP', label: 'INVALID', from: end - PERIOD, to: end, problems: [problem] }]
  }

  /** Reports `ROLLED_BACK` unless the first digest after the anchor names the anchor, or a digest after it. */
  private compareAnchor(digest: CheckedDigest, previous: PreviousDigest): void {
    const end = this.anchor && secondsOf(this.anchor.endTime)
    if (this.anchor === undefined || end === undefined || this.hasPassedAnchor || digest.end <= end) return
    this.hasPassedAnchor = true
    const time = secondsOf(parseDigestKey(previous.key)?.time ?? '')
    if (time === undefined || time > end) return
    if (nameOf(previous.key) === nameOf(this.anchor.key) && isSameHex(previous.hash, this.anchor.hash)) return
    add(digest, 'ROLLED_BACK', `a link to the digest of ${this.anchor.endTime} that an earlier report proved`, 'another link')
  }

  private async follow(digest: CheckedDigest, from: number, previous: PreviousDigest, steps: Array<ChainStep>): Promise<void> {
    let later = digest
    let laterFrom = from
    let pointer: PreviousDigest = previous
    for (let i = 0; i < MAX_FOLLOWED; i++) {
      const newest = this.remembered.filter(({ isInPlace }) => isInPlace).at(-1)
      const known = this.remembered.at(-1)?.end
      const target = this.targetOf(later, pointer, newest)
      if (target === undefined) {
        if (known !== undefined) gap(steps, 'UNCOVERED', known, laterFrom, [])
        break
      }
      if ('link' in target && target.link.hash !== undefined) {
        await this.compareLink(later, laterFrom, pointer, target.link)
        gap(steps, 'UNCOVERED', Math.max(target.link.end, known ?? target.link.end), laterFrom, [])
        break
      }
      const lower = known !== undefined && known < target.end ? known : (this.from ?? target.end - PERIOD)
      const earlier = await this.readPrevious(later, laterFrom, pointer, target.end, lower, steps)
      if (earlier === undefined) break
      await this.compare(later, pointer, { digest: earlier, from: 0 }, true)
      if (earlier.end > laterFrom) add(later, 'CHAIN_ORDER', 'a start at or after the end of the digest before it', 'an earlier start')
      gap(steps, 'UNCOVERED', earlier.end, laterFrom, [])
      if (later !== digest) steps.push({ kind: 'DIGEST', digest: later, from: laterFrom, to: later.end })
      later = earlier
      laterFrom = Math.min(earlier.start ?? lower, earlier.end - 1)
      if (earlier.previous == null || (this.from !== undefined && earlier.end <= this.from)) {
        if (earlier.previous === null && known !== undefined) gap(steps, 'VALIDATION_OFF', known, laterFrom, [])
        break
      }
      pointer = earlier.previous
    }
    if (later !== digest) steps.push({ kind: 'DIGEST', digest: unsignedIfUnknown(later), from: laterFrom, to: later.end })
  }

  /** Returns the digest that a pointer names: remembered, or still to be read; `undefined` if the pointer is wrong. */
  private targetOf(
    later: CheckedDigest,
    pointer: PreviousDigest,
    newest: Link | undefined,
  ): { readonly link: Link; readonly end: number } | { readonly end: number } | undefined {
    if (pointer.algorithm !== 'SHA-256') add(later, 'CHAIN_ALGORITHM', 'SHA-256', 'another algorithm')
    const key = parseDigestKey(pointer.key)
    const end = key && secondsOf(key.time)
    if (key === undefined || end === undefined || !isSameChain(key, this.shard)) {
      add(later, 'CHAIN_ORDER', 'a digest of the same trail, account and region before it', 'another file')
      return undefined
    }
    if (end >= later.end) {
      add(later, 'CHAIN_LOOP', 'an earlier digest before it', end === later.end ? 'itself' : 'a later one')
      return undefined
    }
    const link = this.remembered.find((one) => this.isNamed(one, pointer, later))
    if (newest !== undefined && newest.end > end && newest !== link && newest.end < later.end) {
      add(later, 'CHAIN_SKIP', `the digest of ${isoOfSeconds(newest.end)} before it`, `that of ${isoOfSeconds(end)}`)
      return link?.hash === undefined ? undefined : { link, end }
    }
    return link === undefined ? { end } : { link, end }
  }

  private isNamed(link: Link, pointer: PreviousDigest, later: CheckedDigest): boolean {
    if (this.context.store.kind === 'copy') return nameOf(link.key) === nameOf(pointer.key)
    return link.key === pointer.key && (link.bucket ?? later.file?.digestS3Bucket) === pointer.bucket
  }

  /** Reads a digest that is not in the listing; adds a gap if it cannot be read. */
  private async readPrevious(
    later: CheckedDigest,
    laterFrom: number,
    pointer: PreviousDigest,
    end: number,
    lower: number,
    steps: Array<ChainStep>,
  ): Promise<CheckedDigest | undefined> {
    const { kind } = this.context.store
    const isForeign = pointer.bucket !== (later.location.bucket ?? later.file?.digestS3Bucket)
    const foreign: Problem = {
      code: 'FOREIGN_BUCKET',
      expected: 'a chain within the bucket, or into one that is allowed',
      received: 'a chain into another bucket',
      where: later.where,
    }
    if (kind === 's3' && isForeign && !this.context.buckets.includes(pointer.bucket)) {
      gap(steps, 'UNPROVEN', lower, laterFrom, [foreign], this.from === undefined)
      return undefined
    }
    const location: EvidenceLocation =
      kind === 's3'
        ? { bucket: pointer.bucket, key: pointer.key }
        : { key: keyInCopy(later.location.key, later.file?.digestS3Object, pointer.key) }
    const digest = await checkDigest(location, this.shard, end, this.context)
    if (digest.file !== undefined || digest.hash !== undefined) return digest
    const problems = digest.problems
    const isGone = problems.some(({ code }) => code === 'NOT_FOUND')
    if (isGone && kind === 'copy' && isForeign) gap(steps, 'UNPROVEN', lower, laterFrom, [foreign], this.from === undefined)
    else if (isGone) gap(steps, 'MISSING', lower, laterFrom, problems, this.from === undefined)
    else gap(steps, hasFailure(problems) ? 'INVALID' : 'UNPROVEN', lower, laterFrom, problems, this.from === undefined)
    return undefined
  }

  private async compareLink(later: CheckedDigest, laterFrom: number, pointer: PreviousDigest, link: Link): Promise<void> {
    const held = this.held.find(({ digest }) => digest.end === link.end && digest.location.key === link.key)
    if (link.isInPlace && link.end > laterFrom) {
      add(later, 'CHAIN_ORDER', 'a start at or after the end of the digest before it', 'an earlier start')
    }
    if (held !== undefined) return this.compare(later, pointer, held, false)
    // The named digest is judged already.
    if (link.isFailed) return
    for (const problem of differences(pointer, link)) add(later, problem.code, problem.expected, problem.received)
  }

  /** Compares the pointer in a digest with the digest before it; records a proof, problems or a doubt. */
  private async compare(later: CheckedDigest, pointer: PreviousDigest, held: Held, isLast: boolean): Promise<void> {
    const { digest } = held
    const isProvenByItself = isSigned(digest)
    const isSameSignature = digest.signature !== undefined && isSameHex(digest.signature, pointer.signature)
    const isSuccessor = isProvenByItself && isSameSignature ? true : await isSignedBy(digest, pointer.signature)
    if (isSuccessor) {
      digest.proofs.push('SUCCESSOR')
      digest.successorSignature = pointer.signature
    }
    if (isSameSignature && digest.signature !== pointer.signature) {
      add(later, 'CHAIN_SPELLING', 'the signature of the digest before it as its metadata spells it', 'the same bytes in another case')
    }
    if (hasFailure(digest.problems)) return
    const found = differences(pointer, digest)
    if (isSigned(digest)) {
      for (const { code, expected, received } of found) add(later, code, expected, received)
      return
    }
    // Neither its own signature nor the one in its successor is valid: one of the two changed, or the key is unknown.
    const problems: Array<Problem> = found.map((problem) => ({ ...problem, where: digest.where }))
    if (digest.key !== undefined) {
      problems.push({
        code: 'SIGNATURE',
        expected: 'the signature of this digest by its key',
        received: 'another signature',
        where: digest.where,
      })
    }
    if (problems.length === 0) return
    held.doubt = { by: later, problems }
    if (isLast) resolve(held, true)
  }

  /** Judges the oldest digests, up to the first whose result still depends on a later digest. */
  private settle(steps: Array<ChainStep>, isEnd: boolean): void {
    while (this.held.length > (isEnd ? 0 : 1)) {
      const [oldest] = this.held
      if (oldest === undefined) return
      if (!resolve(oldest, isEnd || this.held.length > MAX_REMEMBERED)) return
      this.held.shift()
      steps.push({ kind: 'DIGEST', digest: unsignedIfUnknown(oldest.digest), from: oldest.from, to: oldest.digest.end })
      this.remembered = this.remembered.map((link) => (link.key === oldest.digest.location.key ? linkOf(oldest.digest) : link))
    }
  }

  private remember(digest: CheckedDigest): void {
    this.remembered = [...this.remembered.slice(1 - MAX_REMEMBERED), linkOf(digest)]
  }
}

/** Settles a doubt by the state of the successor; returns false if that is not known yet. */
function resolve(held: Held, isForced: boolean): boolean {
  const { doubt, digest } = held
  if (doubt === undefined || hasFailure(digest.problems)) return true
  const { by, problems } = doubt
  if (isSigned(by)) {
    // CloudTrail signed the later digest, which describes a different file than this one.
    for (const problem of problems) digest.problems.push(problem)
    return true
  }
  if (!hasFailure(by.problems) && !isForced) return false
  // Neither digest is proven, but a different hash still shows that one of them is wrong.
  for (const { code, expected, received } of problems) if (code !== 'SIGNATURE') add(by, code, expected, received)
  return true
}

/** Whether a signature shows that CloudTrail wrote this digest. */
const isSigned = ({ proofs, problems }: CheckedDigest): boolean => proofs.length > 0 && !hasFailure(problems)

/** Adds `UNSIGNED_TAIL` to a digest that nothing proves, unless it has a problem other than a note. */
function unsignedIfUnknown(digest: CheckedDigest): CheckedDigest {
  if (digest.proofs.length === 0 && !digest.problems.some(({ code }) => severityOf(code) !== 'NOTE')) {
    add(digest, 'UNSIGNED_TAIL', 'a signature: a sidecar, or a successor that is proven', 'none')
  }
  return digest
}

function differences(
  pointer: PreviousDigest,
  { hash, signature }: { readonly hash?: string; readonly signature?: string },
): ReadonlyArray<Problem> {
  const problems: Array<Problem> = []
  if (hash !== undefined && !isSameHex(pointer.hash, hash)) {
    problems.push({ code: 'CHAIN_HASH', expected: 'the hash of the digest before it', received: 'another hash' })
  }
  if (signature !== undefined && !isSameHex(pointer.signature, signature)) {
    problems.push({ code: 'CHAIN_SIGNATURE', expected: 'the signature of the digest before it', received: 'another signature' })
  }
  return problems
}

const linkOf = (digest: CheckedDigest): Link => ({
  ...(digest.location.bucket === undefined ? {} : { bucket: digest.location.bucket }),
  key: digest.location.key,
  end: digest.end,
  // A digest that cannot be inflated has no hash; the empty string shows that it was read.
  hash: digest.hash ?? '',
  ...(digest.signature === undefined ? {} : { signature: digest.signature }),
  isInPlace: digest.file !== undefined,
  isSigned: isSigned(digest),
  isFailed: hasFailure(digest.problems) || digest.hash === undefined,
})

function add(digest: CheckedDigest, code: ProblemCode, expected: string, received: string): void {
  digest.problems.push({ code, expected, received, where: digest.where })
}

function gap(steps: Array<ChainStep>, label: Label, from: number, to: number, problems: ReadonlyArray<Problem>, isKept = false): void {
  if (from < to || isKept) steps.push({ kind: 'GAP', label, from: Math.min(from, to), to, problems })
}

/**
 * Returns the key of a file in a copy. `copied` and `original` are the keys of one digest: the folders at their start
 * that differ are replaced in `key`.
 */
export function keyInCopy(copied: string, original: string | undefined, key: string): string {
  if (original === undefined || copied === original) return key
  const own = copied.split('/')
  const others = original.split('/')
  while (own.length > 0 && others.length > 0 && own.at(-1) === others.at(-1)) {
    own.pop()
    others.pop()
  }
  const head = others.map((name) => `${name}/`).join('')
  return key.startsWith(head) ? own.map((name) => `${name}/`).join('') + key.slice(head.length) : key
}
