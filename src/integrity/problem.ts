/**
 * What can be wrong with digest and log files: a closed list of codes, and what each means for the file.
 *
 * @module
 */
import { printable, printableUpTo } from '../codec/path.js'
import type { EvidenceLocation } from '../source/evidence.js'

/**
 * What is wrong. `docs/reference/integrity.md` explains each code.
 *
 * @category integrity
 * @since 0.1.0
 */
export type ProblemCode =
  | 'NOT_FOUND'
  | 'UNREADABLE'
  | 'NOT_ONE_GZIP_MEMBER'
  | 'NOT_JSON'
  | 'NOT_A_DIGEST'
  | 'DUPLICATE_MEMBER'
  | 'MOVED'
  | 'OTHER_ACCOUNT'
  | 'OTHER_TIME'
  | 'ALGORITHM'
  | 'NO_SIGNATURE'
  | 'UNSIGNED_TAIL'
  | 'KEY_UNKNOWN'
  | 'KEY_MISNAMED'
  | 'KEY_FORMAT'
  | 'KEY_EXPIRED'
  | 'SIGNATURE'
  | 'BACKFILL_TIME'
  | 'CHAIN_HASH'
  | 'CHAIN_SIGNATURE'
  | 'CHAIN_ORDER'
  | 'CHAIN_SKIP'
  | 'CHAIN_LOOP'
  | 'CHAIN_ALGORITHM'
  | 'CHAIN_SPELLING'
  | 'FOREIGN_BUCKET'
  | 'ROLLED_BACK'
  | 'OVERDUE'
  | 'LONG_PERIOD'
  | 'OTHER_MEMBERS'
  | 'LOG_NOT_FOUND'
  | 'LOG_UNREADABLE'
  | 'LOG_NOT_ONE_GZIP_MEMBER'
  | 'LOG_HASH'
  | 'LOG_ALGORITHM'
  | 'LOG_FOREIGN_BUCKET'
  | 'LOG_TOO_LARGE'
  | 'LOG_OTHER_SHARD'
  | 'LOG_NAMED_TWICE'
  | 'UNREFERENCED'

/**
 * One thing that is wrong, or worth a note. It never carries a value of a record.
 *
 * @category integrity
 * @since 0.1.0
 */
export interface Problem {
  /** What is wrong. */
  readonly code: ProblemCode
  /** What should be there. */
  readonly expected: string
  /** What is there, in words, as a time or as a hash. */
  readonly received: string
  /** The file or the prefix: `s3://bucket/key`, or the key alone in a copy. */
  readonly where?: string
}

/** What a problem means for the file: it fails, it stays unproven, or nothing. */
export type Severity = 'FAILS' | 'UNPROVEN' | 'NOTE'

/** What each problem means. */
export const SEVERITIES: Readonly<Record<ProblemCode, Severity>> = {
  NOT_FOUND: 'FAILS',
  UNREADABLE: 'UNPROVEN',
  NOT_ONE_GZIP_MEMBER: 'FAILS',
  NOT_JSON: 'FAILS',
  NOT_A_DIGEST: 'FAILS',
  DUPLICATE_MEMBER: 'FAILS',
  MOVED: 'FAILS',
  OTHER_ACCOUNT: 'FAILS',
  OTHER_TIME: 'FAILS',
  ALGORITHM: 'FAILS',
  NO_SIGNATURE: 'FAILS',
  UNSIGNED_TAIL: 'UNPROVEN',
  KEY_UNKNOWN: 'UNPROVEN',
  KEY_MISNAMED: 'UNPROVEN',
  KEY_FORMAT: 'UNPROVEN',
  KEY_EXPIRED: 'UNPROVEN',
  SIGNATURE: 'FAILS',
  BACKFILL_TIME: 'FAILS',
  CHAIN_HASH: 'FAILS',
  CHAIN_SIGNATURE: 'FAILS',
  CHAIN_ORDER: 'FAILS',
  CHAIN_SKIP: 'FAILS',
  CHAIN_LOOP: 'FAILS',
  CHAIN_ALGORITHM: 'FAILS',
  CHAIN_SPELLING: 'NOTE',
  FOREIGN_BUCKET: 'UNPROVEN',
  ROLLED_BACK: 'FAILS',
  OVERDUE: 'FAILS',
  LONG_PERIOD: 'NOTE',
  OTHER_MEMBERS: 'NOTE',
  LOG_NOT_FOUND: 'FAILS',
  LOG_UNREADABLE: 'UNPROVEN',
  LOG_NOT_ONE_GZIP_MEMBER: 'FAILS',
  LOG_HASH: 'FAILS',
  LOG_ALGORITHM: 'FAILS',
  LOG_FOREIGN_BUCKET: 'UNPROVEN',
  LOG_TOO_LARGE: 'FAILS',
  LOG_OTHER_SHARD: 'FAILS',
  LOG_NAMED_TWICE: 'FAILS',
  UNREFERENCED: 'FAILS',
}

/** Returns what a problem means. */
export const severityOf = (code: ProblemCode): Severity => SEVERITIES[code]

/** Whether one of the problems makes a file fail. */
export const hasFailure = (problems: ReadonlyArray<Problem>): boolean => problems.some(({ code }) => severityOf(code) === 'FAILS')

/** S3's own limit for a key. */
const MAX_KEY = 1024

/** Returns where a file is, as people write it; control characters of keys are escaped. */
export const whereOf = ({ bucket, key }: EvidenceLocation): string =>
  `${bucket === undefined ? '' : `s3://${printable(bucket)}/`}${printableUpTo(key, MAX_KEY)}`
