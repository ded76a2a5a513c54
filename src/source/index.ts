/**
 * Reading records from what holds them: whole log files, gzipped or not.
 *
 * @module
 */

export type { ByteSource, ReadableBytes } from './byte-source.js'
export { decodeLog, type LogOptions } from './decode-log.js'
export { decodeLogStream, type LogStream } from './decode-log-stream.js'
export type { LogLimits } from './limits.js'
export { bytesOf, type DecodedLog, type LogCounts, type LogEntry } from './log-entry.js'
export { formatLogIssues, type LogIssue, type LogIssueCode } from './log-issue.js'
export type { RecordNames } from './record-names.js'
