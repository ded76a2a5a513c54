/**
 * One digest, checked by itself: whether it is one gzip member of JSON, in its place, and signed. What the chain says
 * of it comes later.
 *
 * @module
 */

import { verifySignature } from '#crypto'
import { parseJson } from '../scalar/json.js'
import type { EvidenceLocation, EvidenceStore } from '../source/evidence.js'
import { joinBytes } from '../source/join-bytes.js'
import type { LogLimits } from '../source/limits.js'
import { DigestFile, otherMembers, type PreviousDigest, previousOf, stringToSign } from './digest.js'
import { hasDuplicateMember } from './duplicate-members.js'
import { fromHex } from './hex.js'
import type { UsableKey } from './key.js'
import { type FoundKey, KEY_TOLERANCE, type KeyRing } from './key-ring.js'
import { memberHash, storedLimit } from './member-hash.js'
import { hasFailure, type Problem, type ProblemCode, severityOf, whereOf } from './problem.js'
import { isSameChain, nameOf, parseDigestKey, type ShardId } from './shard.js'
import { secondsOf } from './time.js'

/** How a digest is known to be signed. */
export type Proof = 'METADATA' | 'SIDECAR' | 'SUCCESSOR'

/** A digest, checked by itself. */
export interface CheckedDigest {
  readonly location: EvidenceLocation
  readonly where: string
  /** The end in the file's name. */
  readonly end: number
  /** The start, where the digest is in its place. */
  readonly start?: number
  /** The digest, where it is in its place: only then it speaks for the time of its name. */
  readonly file?: DigestFile
  /** What it says of the digest before it; missing where it says nothing. */
  readonly previous?: PreviousDigest | null
  /** The hash of its inflated bytes. */
  readonly hash?: string
  /** What is signed. */
  readonly signed?: Uint8Array
  /** Its signature in hexadecimal digits, by metadata or sidecar. */
  readonly signature?: string
  /** The metadata of the object that count. */
  readonly metadata?: Readonly<Record<string, string>>
  /** The key it names, unless it is not to be used. */
  readonly key?: UsableKey
  /** Bytes as stored, where they are kept for an evidence bundle. */
  readonly stored?: Uint8Array
  /** Its signature as the digest after it has it, where that is one. */
  successorSignature?: string
  readonly problems: Array<Problem>
  readonly proofs: Array<Proof>
}

/** What is needed to check a digest. */
export interface CheckContext {
  readonly store: EvidenceStore
  readonly keys: KeyRing
  readonly limits: Required<LogLimits>
  readonly signal: AbortSignal | undefined
  /** Keep the bytes as stored. */
  readonly keepStored: boolean
}

/** An inflated digest is larger than this only where it is hostile: it would name some 150,000 log files. */
const MAX_DIGEST_BYTES = 64 * 1024 * 1024

const ALGORITHM = 'SHA256withRSA'
const GENERATED = 'backfill-generation-timestamp'
const LONGEST_PERIOD = 25 * 3600

/** Reads and checks a digest. Rejects with the signal's reason alone. */
export async function checkDigest(location: EvidenceLocation, shard: ShardId, end: number, context: CheckContext): Promise<CheckedDigest> {
  const { store, limits, signal } = context
  const where = whereOf(location)
  const problems: Array<Problem> = []
  const nothing: CheckedDigest = { location, where, end, problems, proofs: [] }
  const fail = (code: ProblemCode, expected: string, received: string): CheckedDigest => {
    problems.push({ code, expected, received, where })
    return nothing
  }

  const own = { ...limits, maxBytes: Math.min(limits.maxBytes, MAX_DIGEST_BYTES) }
  const read = await store.read(location, storedLimit(own), signal)
  if ('error' in read) {
    return isMissing(read.error) ? fail('NOT_FOUND', 'a digest file', read.error) : fail('UNREADABLE', 'a readable digest file', read.error)
  }
  const pieces: Array<Uint8Array> = []
  const kept = context.keepStored ? { ...read, pieces: keeping(read.pieces, pieces) } : read
  const { hash, bytes, stored, fault } = await memberHash(kept, own, true, signal)
  if (fault?.kind === 'STORE') return fail('UNREADABLE', 'a readable digest file', fault.received)
  if (fault !== undefined) return fail('NOT_ONE_GZIP_MEMBER', 'one gzip member and nothing else', fault.received)
  if (hash === undefined || bytes === undefined) return fail('UNREADABLE', 'a readable digest file', 'nothing')

  const json = textOf(bytes)
  const value = json === undefined ? undefined : parseJson(json)
  if (json === undefined || value === undefined) return fail('NOT_JSON', 'JSON in UTF-8', 'something else')
  const decoded = DigestFile.decode(value.value)
  if (decoded._tag === 'Left') return fail('NOT_A_DIGEST', 'a digest file', decoded.left[0]?.message ?? 'something else')
  const file = decoded.right
  const previous = previousOf(file)
  if (previous === undefined) return fail('NOT_A_DIGEST', 'a digest before it, or none', 'only some of its members')
  if (hasDuplicateMember(json)) fail('DUPLICATE_MEMBER', 'each name once', 'a name twice in one object')

  const start = secondsOf(file.digestStartTime)
  for (const problem of misplaced(file, location, shard, start, end, store.kind)) problems.push({ ...problem, where })
  const isInPlace = !hasFailure(problems)
  const found = await context.keys.keyOf(file.digestPublicKeyFingerprint, shard.region, timeOfKey(end, read.metadata))
  const { key, signature, proofs } = await ownSignature(found, problems)

  const others = otherMembers(file)
  if (others.missing > 0 || others.added > 0) {
    problems.push({
      code: 'OTHER_MEMBERS',
      expected: 'the documented members',
      received: `${others.missing} missing, ${others.added} more`,
      where,
    })
  }
  return {
    location,
    where,
    end,
    ...(isInPlace && start !== undefined ? { start, file, previous } : {}),
    hash,
    signed: new TextEncoder().encode(stringToSign(file, hash)),
    ...(signature === undefined ? {} : { signature }),
    ...(read.metadata === undefined ? {} : { metadata: read.metadata }),
    ...(key === undefined ? {} : { key }),
    ...(context.keepStored ? { stored: joinBytes(pieces, stored) } : {}),
    problems,
    proofs,
  }

  /** Checks key and metadata; the digest's own signature, where it has one. */
  async function ownSignature(
    found: FoundKey,
    problems: Array<Problem>,
  ): Promise<{ readonly key?: UsableKey; readonly signature?: string; readonly proofs: Array<Proof> }> {
    const add = (code: ProblemCode, expected: string, received: string): void => {
      problems.push({ code, expected, received, where })
    }
    const metadata = read as { readonly metadata?: Readonly<Record<string, string>> }
    const { signature: digits, 'signature-algorithm': algorithm, [GENERATED]: generated } = metadata.metadata ?? {}
    const hasMetadata = store.kind === 's3' || digits !== undefined
    if ((file.digestSignatureAlgorithm ?? ALGORITHM) !== ALGORITHM) add('ALGORITHM', ALGORITHM, 'another algorithm in the digest')
    if (algorithm !== undefined && algorithm !== ALGORITHM) add('ALGORITHM', ALGORITHM, 'another algorithm in the metadata')
    if (store.kind === 's3' && (digits === undefined || algorithm === undefined)) {
      add('NO_SIGNATURE', 'signature and algorithm in the metadata', digits === undefined ? 'no signature' : 'no algorithm')
    }
    const generation = generated === undefined ? undefined : secondsOf(generated)
    if (hasMetadata) {
      if (shard.backfill && generated === undefined) add('BACKFILL_TIME', 'the time of the backfill in the metadata', 'none')
      if (!shard.backfill && generated !== undefined) add('BACKFILL_TIME', 'no time of a backfill', 'one')
      if (shard.backfill && generated !== undefined && (generation === undefined || generation < end)) {
        add('BACKFILL_TIME', 'a time after the end of the digest', generation === undefined ? 'no time' : 'an earlier one')
      }
    }
    if ('problem' in found) {
      problems.push({ ...found.problem, where })
      return { proofs: [] }
    }
    const late = expiry(found, shard.backfill ? generation : end, end)
    if (late !== undefined) add('KEY_EXPIRED', 'a key valid at the end of the digest, or within 2 hours', late)
    const own = digits === undefined ? undefined : fromHex(digits)
    if (digits === undefined) return { key: found, proofs: [] }
    const bytes = new TextEncoder().encode(stringToSign(file, hash as string))
    if (own === undefined || own.length !== found.signatureBytes || !(await verifySignature(found.key, own, bytes))) {
      add('SIGNATURE', 'the signature of this digest by its key', own === undefined ? 'no hexadecimal digits' : 'another signature')
      return { key: found, proofs: [], ...(own === undefined ? {} : { signature: digits }) }
    }
    return { key: found, signature: digits, proofs: [store.kind === 's3' ? 'METADATA' : 'SIDECAR'] }
  }
}

/** The words for a file that is not there, of S3 and of systems. */
const MISSING: ReadonlyArray<string> = ['NoSuchKey', 'NotFound', 'NoSuchVersion', 'ENOENT', 'ENOTDIR']

export const isMissing = (error: string): boolean => MISSING.includes(error)

/** A digest's JSON has no byte order mark. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether a digest is where and when it says it is. */
function misplaced(
  file: DigestFile,
  { bucket, key }: EvidenceLocation,
  shard: ShardId,
  start: number | undefined,
  end: number,
  kind: EvidenceStore['kind'],
): ReadonlyArray<Problem> {
  const problems: Array<Problem> = []
  if (kind === 's3') {
    if (file.digestS3Object !== key) problems.push({ code: 'MOVED', expected: 'the key that the digest names', received: 'another key' })
    if (bucket !== undefined && file.digestS3Bucket !== bucket) {
      problems.push({ code: 'MOVED', expected: 'the bucket that the digest names', received: 'another bucket' })
    }
  } else if (!isTailOf(key, file.digestS3Object)) {
    problems.push({ code: 'MOVED', expected: 'the name that the digest gives itself', received: 'another name' })
  }
  const own = parseDigestKey(file.digestS3Object)
  if (file.awsAccountId !== shard.account || own === undefined || !isSameChain(own, shard)) {
    problems.push({ code: 'OTHER_ACCOUNT', expected: 'account, region and trail of the key', received: 'others' })
  }
  if (secondsOf(file.digestEndTime) !== end) problems.push({ code: 'OTHER_TIME', expected: 'the end in the name', received: 'another end' })
  if (start === undefined || start >= end) problems.push({ code: 'OTHER_TIME', expected: 'a start before the end', received: 'none' })
  else if (end - start > LONGEST_PERIOD)
    problems.push({ code: 'LONG_PERIOD', expected: 'a period of an hour', received: 'more than 25 hours' })
  return problems
}

/**
 * Whether the key of a copy may be that of an original. Copies lose or gain folders at the top, or all folders: where
 * both keys have a folder named by CloudTrail, the folders below it agree.
 */
function isTailOf(copy: string, original: string): boolean {
  if (nameOf(copy) !== nameOf(original)) return false
  const own = copy.split('/').reverse()
  const others = original.split('/').reverse()
  for (let i = 1; i < DATED_FOLDERS && i < own.length && i < others.length; i++) {
    // A folder of another kind is where the copy begins to have folders of its own.
    if (!isLikeFolder(own[i] ?? '', i)) return true
    if (own[i] !== others[i]) return false
  }
  return true
}

const DATED_FOLDERS = 4

const isLikeFolder = (name: string, place: number): boolean => (place === 3 ? YEAR : TWO_DIGITS).test(name)

const YEAR = /^\d{4}$/
const TWO_DIGITS = /^\d\d$/

/** When the key was used: a backfill is signed when it is written. */
function timeOfKey(end: number, metadata: Readonly<Record<string, string>> | undefined): number {
  const generated = metadata?.[GENERATED]
  return (generated === undefined ? undefined : secondsOf(generated)) ?? end
}

/** Why a key is outside its validity; `used` is when it was used, where that is known. */
function expiry({ record: { from, to } }: UsableKey, used: number | undefined, end: number): string | undefined {
  if (from !== undefined && used !== undefined && used < from.getTime() / 1000 - KEY_TOLERANCE) return 'one valid later'
  return to !== undefined && (used ?? end) > to.getTime() / 1000 + KEY_TOLERANCE ? 'one valid earlier' : undefined
}

async function* keeping(pieces: AsyncIterable<Uint8Array>, into: Array<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    into.push(piece)
    yield piece
  }
}

/** Whether a signature of a digest is a signature of what the digest holds, by the key it names. */
export async function isSignedBy(digest: CheckedDigest, digits: string): Promise<boolean> {
  const { key, signed } = digest
  const signature = fromHex(digits)
  return (
    key !== undefined &&
    signed !== undefined &&
    signature !== undefined &&
    signature.length === key.signatureBytes &&
    (await verifySignature(key.key, signature, signed))
  )
}

/** What is known of a digest: it fails, it is proven, or it is neither. */
export type DigestState = 'VERIFIED' | 'INVALID' | 'MISSING' | 'UNPROVEN'

export function stateOf({ problems, proofs }: Pick<CheckedDigest, 'problems' | 'proofs'>): DigestState {
  if (problems.some(({ code }) => code === 'NOT_FOUND')) return 'MISSING'
  if (hasFailure(problems)) return 'INVALID'
  return proofs.length === 0 || problems.some(({ code }) => severityOf(code) === 'UNPROVEN') ? 'UNPROVEN' : 'VERIFIED'
}
