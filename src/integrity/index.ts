/**
 * Integrity: which digest and log files are what CloudTrail delivered, and what is known of each second of a range.
 *
 * @module
 */

export type { DigestState, Proof } from './check-digest.js'
export type { Label } from './coverage.js'
export { DigestFile, DigestLogFile } from './digest.js'
export { formatReport } from './format-report.js'
export type {
  Covered,
  DigestChecked,
  DigestEvidence,
  IntegrityEvent,
  LogChecked,
  ShardFound,
  Unreferenced,
} from './integrity-event.js'
export { keysFromText } from './key-text.js'
export { createLedger, type Ledger, type LedgerState, type LedgerSubject, type LedgerVerdict } from './ledger.js'
export type { LogSelection, ValidateOptions } from './options.js'
export type { Problem, ProblemCode } from './problem.js'
export type { UnreferencedState } from './references.js'
export {
  type Anchor,
  type DigestCounts,
  IntegrityReport,
  type IntegrityVerdict,
  type NamedLogCounts,
  type RequestedRange,
  type Segment,
  type ShardReport,
  type UnreferencedCounts,
  type UsedKey,
} from './report.js'
export { sha256 } from './sha256.js'
export type { ShardId } from './shard.js'
export { type TrailValidation, validateTrail } from './validate-trail.js'
