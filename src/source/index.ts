/**
 * Reads log files, gzipped or not, and opens the envelopes in which AWS delivers records and notices of files.
 *
 * @module
 */

export type { AbortSignalLike } from './abort-signal.js'
export type { ByteSource } from './byte-source.js'
export { decodeLog } from './decode-log.js'
export { decodeLogStream, type LogStream } from './decode-log-stream.js'
export { type EnvelopeIssue, type EnvelopeIssueCode, formatEnvelopeIssues } from './envelope/issue.js'
export type { EnvelopeLimits } from './envelope/limits.js'
export type { EnvelopeKind, Message, MessageContent, NoticeName, TrailObject } from './envelope/message.js'
export {
  type DigestFileKey,
  formatTrailKey,
  type LogFileKey,
  parseTrailKey,
  type TrailKey,
  type TrailKeyKind,
} from './envelope/trail-key.js'
export { unwrap } from './envelope/unwrap.js'
export type {
  ByteHasher,
  EvidenceBytes,
  EvidenceError,
  EvidenceLocation,
  EvidenceObject,
  EvidenceStore,
  KeySource,
  PublicKeyRecord,
} from './evidence.js'
export type { LogLimits } from './limits.js'
export { bytesOf, type DecodedLog, type LogBatch, type LogCounts, type LogEntry, type ReadLog } from './log-entry.js'
export { formatLogIssues, type LogIssue, type LogIssueCode } from './log-issue.js'
export type { LogOptions, TextHash } from './read-log.js'
export type { RecordNames } from './record-names.js'
