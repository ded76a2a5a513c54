/**
 * A ledger: what digests say of log files, for files that are read elsewhere. The chain is validated first; then each
 * file that is read has a verdict by its name and hash, so that no file changes between being checked and being used.
 *
 * @module
 */
import { requireObject } from '../codec/argument.js'
import type { LogFileKey } from '../source/envelope/trail-key.js'
import type { EvidenceLocation, EvidenceStore, KeySource } from '../source/evidence.js'
import type { LogIssue } from '../source/log-issue.js'
import { fromHex, isSameBytes } from './hex.js'
import type { ValidateOptions } from './options.js'
import { NAME_TOLERANCE, type Span, unreferencedState } from './references.js'
import type { IntegrityReport } from './report.js'
import { minuteOf, nameOf, parseLogKey } from './shard.js'
import { secondsOf } from './time.js'
import { validateTrail } from './validate-trail.js'

/**
 * What is known of a log file that was read.
 *
 * - `VERIFIED`: a proven digest names it with this hash.
 * - `INVALID`: a digest names it with another hash, or it is not one whole gzip member.
 * - `UNPROVEN`: a digest names it with this hash, and that digest is not proven.
 * - `UNREFERENCED`: no digest names it, and one that is proven covers the minute of its delivery.
 * - `PENDING`: it was delivered after the newest digest.
 * - `OUTSIDE`: no proven digest covers the minute of its delivery, no digest names a file of its kind, the digests of
 *   other trails were left out, or CloudTrail does not write such a name.
 * - `NOT_READ_WHOLE`: it was not read to its end, so its hash is unknown.
 *
 * @category integrity
 * @since 0.1.0
 */
export type LedgerState = 'VERIFIED' | 'INVALID' | 'UNPROVEN' | 'UNREFERENCED' | 'PENDING' | 'OUTSIDE' | 'NOT_READ_WHOLE'

/**
 * A log file that was read, as a result of `decodeFiles` or `readTrail` with a hash is.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface LedgerSubject {
  /** Its path. */
  readonly path?: string
  /** Its place in a bucket. */
  readonly object?: EvidenceLocation
  /**
   * The SHA-256 of its inflated bytes in hexadecimal digits, as readers return it with `textHash: sha256`; missing
   * where not all were read.
   */
  readonly textHash?: string
  /** Whether it is exactly one gzip member, as readers return it with the hash. */
  readonly isOneGzipMember?: boolean
  /** What is wrong with the file. */
  readonly issues?: ReadonlyArray<Pick<LogIssue, 'code'>>
}

/**
 * The verdict on a log file.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface LedgerVerdict {
  /** What is known of it. */
  readonly state: LedgerState
  /** The key of the digest that names it. */
  readonly digest?: string
}

/**
 * What digests say of log files.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Ledger {
  /** Returns the verdict on a file that was read. */
  readonly verdictOf: (file: LedgerSubject) => LedgerVerdict
  /** How many log files the digests of the range name. Each takes some 200 bytes of memory. */
  readonly size: number
  /** The report on the chain alone. */
  readonly report: IntegrityReport
}

/**
 * Validates the digests of a range and keeps what they say of log files. No log file is read.
 *
 * @param store - Where the digests are.
 * @param keys - Where public keys come from.
 * @param options - Which shards and which range: memory grows with the log files that their digests name.
 * @returns See `Ledger`. It rejects with the reason of `signal` alone.
 *
 * @example
 * import { createLedger } from 'glue-trail/integrity'
 *
 * const store = { kind: 'copy', list: async function* () {}, folders: async () => [], read: async () => ({ error: 'ENOENT' }) } as const
 * const ledger = await createLedger(store, async () => [])
 * assert.deepStrictEqual(ledger.verdictOf({ path: 'a.json.gz' }), { state: 'NOT_READ_WHOLE' })
 *
 * @category integrity
 * @since 0.1.0
 */
export async function createLedger(
  store: EvidenceStore,
  keys: KeySource,
  options: Omit<ValidateOptions, 'logs' | 'unreferenced' | 'evidence'> = {},
): Promise<Ledger> {
  requireObject('createLedger', 'a store, such as of folderStore', store)
  const isCopy = store.kind === 'copy'
  const files = new Map<string, Entry>()
  let kinds: ReadonlySet<string> | undefined
  const range = widened(options)
  const validation = validateTrail(store, keys, { ...options, ...range, logs: 'none', unreferenced: false })
  for await (const event of validation) {
    if (event.kind !== 'DIGEST_CHECKED' || event.file === undefined) continue
    const { state, file } = event
    for (const { s3Bucket, s3Object, hashValue, hashAlgorithm } of file.logFiles) {
      const name = isCopy ? nameOf(s3Object) : `${s3Bucket}/${s3Object}`
      const hash = hashAlgorithm === 'SHA-256' ? fromHex(hashValue) : undefined
      const before = files.get(name)
      const isContradicted = before !== undefined && !isSameBytes(before.hash, hash ?? NOTHING)
      if (before !== undefined && !isContradicted && before.state === 'VERIFIED') continue
      files.set(name, { hash: isContradicted ? NOTHING : (hash ?? NOTHING), state, digest: file.digestS3Object })
    }
  }
  const report = await validation.report()
  const { byRegion } = spansOf(report)
  return {
    size: files.size,
    report,
    verdictOf: ({ path, object, textHash, isOneGzipMember, issues = [] }) => {
      const key = object?.key ?? path ?? ''
      const name = isCopy ? nameOf(key.replaceAll('\\', '/')) : `${object?.bucket ?? ''}/${key}`
      const entry = files.get(name)
      const digest = entry === undefined ? {} : { digest: entry.digest }
      if (issues.some(({ code }) => DAMAGED.includes(code))) return { state: 'INVALID', ...digest }
      const hash = textHash === undefined || issues.some(({ code }) => UNREAD.includes(code)) ? undefined : fromHex(textHash)
      if (hash === undefined) return { state: 'NOT_READ_WHOLE', ...digest }
      if (entry !== undefined) {
        if (isOneGzipMember === false || !isSameBytes(entry.hash, hash)) return { state: 'INVALID', ...digest }
        return { state: entry.state === 'VERIFIED' ? 'VERIFIED' : 'UNPROVEN', ...digest }
      }
      const log = parseLogKey(key)
      const region = log && byRegion.get(`${log.account} ${log.region}`)
      if (log === undefined || region === undefined) return { state: 'OUTSIDE' }
      if (log.kind !== 'CloudTrail' && !hasKind(log)) return { state: 'OUTSIDE' }
      // Digests that were left out may name it.
      if (options.trails !== undefined) return { state: 'OUTSIDE' }
      return { state: unreferencedState(minuteOf(log), region.spans, region.newestEnd) }
    },
  }

  /** Whether a digest names a file of the kind, account and region. */
  function hasKind(log: LogFileKey): boolean {
    kinds ??= new Set([...files.keys()].map((name) => kindName(parseLogKey(name))))
    return kinds.has(kindName(log))
  }
}

const kindName = (log: LogFileKey | undefined): string => `${log?.kind} ${log?.account} ${log?.region}`

interface Entry {
  readonly hash: Uint8Array
  readonly state: string
  readonly digest: string
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0)

/** Issues of a file that is not one whole gzip member. */
const DAMAGED: ReadonlyArray<string> = ['TRAILING_BYTES', 'CUT_GZIP', 'CORRUPT_GZIP', 'CUT_ZSTD', 'CORRUPT_ZSTD']

/** Issues of a file that was not read to its end. */
const UNREAD: ReadonlyArray<string> = ['UNREADABLE', 'TOO_LARGE', 'TOO_HIGH_RATIO']

/** The digests around a range may name files of its first and last minutes. */
function widened({ from, to }: Pick<ValidateOptions, 'from' | 'to'>): Pick<ValidateOptions, 'from' | 'to'> {
  const shifted = (time: string | Date, seconds: number): Date => {
    const date = new Date(time)
    return Number.isNaN(date.getTime()) ? date : new Date(date.getTime() + 1000 * seconds)
  }
  return {
    ...(from === undefined ? {} : { from: shifted(from, -NAME_TOLERANCE) }),
    ...(to === undefined ? {} : { to: shifted(to, NAME_TOLERANCE) }),
  }
}

interface RegionSpans {
  readonly spans: Array<Span>
  newestEnd: number
}

const UNKNOWN: ReadonlyArray<string> = ['INVALID', 'MISSING', 'OVERDUE', 'UNPROVEN']

/** What digests cover, by account and region. */
function spansOf({ shards }: IntegrityReport): { readonly byRegion: ReadonlyMap<string, RegionSpans> } {
  const byRegion = new Map<string, RegionSpans>()
  for (const { id, coverage } of shards) {
    const name = `${id.account} ${id.region}`
    const region = byRegion.get(name) ?? { spans: [], newestEnd: Number.POSITIVE_INFINITY }
    byRegion.set(name, region)
    for (const { label, ...times } of coverage) {
      const from = secondsOf(times.from) ?? 0
      const to = secondsOf(times.to) ?? 0
      if (label === 'VERIFIED' || UNKNOWN.includes(label)) region.spans.push({ from, to, isProven: label === 'VERIFIED' })
      if (label === 'PENDING') region.newestEnd = Math.min(region.newestEnd, from)
    }
  }
  return { byRegion }
}
