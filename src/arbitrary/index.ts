/**
 * fast-check arbitraries of events, records and log files, for property tests of code that reads them. fast-check is an
 * optional peer.
 *
 * @module
 */

export { arbitraryOf } from './event.js'
export { type ArbitraryLogFile, type ArbitraryLogFileOptions, arbitraryLogFile } from './log-file.js'
export { type ArbitraryRecordOptions, arbitraryRecord, type RecordFamily } from './record.js'
