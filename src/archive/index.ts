/**
 * Records as rows of a table that lasts: the list of columns, the rows, the folders they go to, and the statements by
 * which engines read them.
 *
 * @module
 */

export type { ArchiveColumn, ColumnType, RowResource } from './column.js'
export { COLUMNS } from './columns.js'
export type { ArchiveRowOptions, RowSource } from './filed-record.js'
export { PARTITIONS, partitionOf } from './partition.js'
export { type ArchiveRow, rowOf, rowsOf } from './row.js'
export { type SqlEngine, type TableOptions, tableSql } from './table-sql.js'
