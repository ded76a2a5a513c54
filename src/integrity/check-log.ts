/**
 * One log file that a digest names, checked: it is there, one gzip member, and has the hash that the digest gives.
 *
 * @module
 */
import type { EvidenceLocation } from '../source/evidence.js'
import { keyInCopy } from './chain.js'
import { type CheckContext, type CheckedDigest, type DigestState, isMissing } from './check-digest.js'
import type { DigestLogFile } from './digest.js'
import { isSameHex } from './hex.js'
import { memberHash, storedLimit } from './member-hash.js'
import { hasFailure, type Problem, type ProblemCode, whereOf } from './problem.js'
import { parseLogKey, type ShardId } from './shard.js'

/** What is known of a log file that a digest names. */
export interface CheckedLog {
  readonly location: EvidenceLocation
  readonly where: string
  readonly state: DigestState
  readonly problems: ReadonlyArray<Problem>
  /** How many bytes are stored. */
  readonly bytes: number
}

/** Which log file is checked. */
export interface NamedLog {
  readonly entry: DigestLogFile
  readonly digest: CheckedDigest
  readonly digestState: DigestState
  readonly shard: ShardId
  /** Another digest gives the file another hash. */
  readonly isNamedTwice: boolean
}

/** Reads and checks a log file. Rejects with the signal's reason alone. */
export async function checkLog(
  { entry, digest, digestState, shard, isNamedTwice }: NamedLog,
  context: CheckContext & { readonly buckets: ReadonlyArray<string> },
): Promise<CheckedLog> {
  const { store, limits, signal } = context
  const isCopy = store.kind === 'copy'
  const location: EvidenceLocation = isCopy
    ? { key: keyInCopy(digest.location.key, digest.file?.digestS3Object, entry.s3Object) }
    : { bucket: entry.s3Bucket, key: entry.s3Object }
  const where = whereOf(location)
  const problems: Array<Problem> = []
  const add = (code: ProblemCode, expected: string, received: string): void => {
    problems.push({ code, expected, received, where })
  }
  const result = (bytes = 0): CheckedLog => ({ location, where, state: stateOf(problems, digestState), problems, bytes })

  if (isNamedTwice) add('LOG_NAMED_TWICE', 'one hash in all digests', 'another hash in another digest')
  if (entry.hashAlgorithm !== 'SHA-256') add('LOG_ALGORITHM', 'SHA-256', 'another algorithm')
  const key = parseLogKey(entry.s3Object)
  if (key === undefined || key.account !== shard.account || key.region !== shard.region) {
    add('LOG_OTHER_SHARD', 'a log file of the account and region of the digest', 'another file')
    return result()
  }
  const isForeign = entry.s3Bucket !== (digest.location.bucket ?? digest.file?.digestS3Bucket)
  if (isForeign && !isCopy && !context.buckets.includes(entry.s3Bucket)) {
    add('LOG_FOREIGN_BUCKET', 'a log file in the bucket of the digest, or in one that is allowed', 'another bucket')
    return result()
  }
  const read = await store.read(location, storedLimit(limits), signal)
  if ('error' in read) {
    if (isMissing(read.error)) add('LOG_NOT_FOUND', 'a log file', read.error)
    else add('LOG_UNREADABLE', 'a readable log file', read.error)
    return result()
  }
  const { hash, stored, fault } = await memberHash(read, limits, false, signal)
  if (fault?.kind === 'STORE') add('LOG_UNREADABLE', 'a readable log file', fault.received)
  else if (fault?.kind === 'SIZE') add('LOG_TOO_LARGE', 'a log file within the limits', fault.received)
  else if (fault !== undefined) add('LOG_NOT_ONE_GZIP_MEMBER', 'one gzip member and nothing else', fault.received)
  if (hash !== undefined && !isSameHex(hash, entry.hashValue)) add('LOG_HASH', 'the hash in the digest', 'another hash')
  return result(stored)
}

function stateOf(problems: ReadonlyArray<Problem>, digest: DigestState): DigestState {
  if (problems.some(({ code }) => code === 'LOG_NOT_FOUND')) return 'MISSING'
  if (hasFailure(problems)) return 'INVALID'
  return problems.length > 0 || digest !== 'VERIFIED' ? 'UNPROVEN' : 'VERIFIED'
}
