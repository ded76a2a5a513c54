/**
 * Reading records from files and folders, in Node.
 *
 * @module
 */

export { decodeFiles, type FilesOptions, type FilesReading } from './decode-files.js'
export { filePieces } from './file-pieces.js'
export { folderStore } from './folder-store.js'
export { type ListFilesOptions, type LogFile, listFiles } from './list-files.js'
export { type ReduceOptions, reduceFiles } from './reduce-files.js'
export type { FilesReducer } from './reducer.js'
