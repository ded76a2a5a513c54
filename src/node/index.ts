/**
 * Reading records from files and folders, in Node.
 *
 * @module
 */

export { decodeFiles, type FileOutcome, type FilesOptions } from './decode-files.js'
export { type LogFile, listFiles } from './list-files.js'
