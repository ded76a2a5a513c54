/**
 * Rows of records as Parquet files, in Node, written with hyparquet-writer.
 *
 * @module
 */

export type { ByteStream } from './sink.js'
export {
  type ParquetLimits,
  type ParquetTarget,
  type ParquetWritten,
  parquetWriter,
  type RowWriter,
  writeParquet,
} from './write-parquet.js'
