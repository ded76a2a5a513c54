/**
 * One Parquet file while it is written: rows are held until they fill a row group.
 *
 * @module
 */
import { createHash } from 'node:crypto'
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { COLUMNS } from '../archive/columns.js'
import type { ArchiveRow } from '../archive/row.js'
import { parseTimestamp } from '../scalar/timestamp.js'
import { parquetSchema } from './schema.js'
import type { Sink } from './sink.js'

/** The library that writes Parquet, loaded when something is written. */
export type Library = Pick<typeof import('hyparquet-writer'), 'ByteWriter' | 'ParquetWriter'>

const VERSION = 'glue-trail'

export class ParquetFile {
  /** About how many bytes the held rows take. */
  held = 0
  /** How many bytes are written. */
  written = 0
  /** How many row groups are written. Their metadata is held until the file ends. */
  groups = 0
  private rows: Array<ArchiveRow> = []
  private readonly bytes: ByteWriter
  private readonly parquet: ParquetWriter
  private readonly origin = createHash('sha256')

  constructor(
    { ByteWriter, ParquetWriter }: Library,
    private readonly sink: Sink,
  ) {
    this.bytes = new ByteWriter()
    this.parquet = new ParquetWriter({ writer: this.bytes, schema: parquetSchema(), createdBy: VERSION })
  }

  get heldRows(): number {
    return this.rows.length
  }

  add(row: ArchiveRow): void {
    this.rows.push(row)
    this.held += sizeOf(row)
    this.origin.update(`${JSON.stringify([row.file, row.index, row.record_sha256])}\n`)
  }

  /** Writes the held rows as one row group. */
  async writeGroup(): Promise<void> {
    if (this.rows.length === 0) return
    const { rows } = this
    // The columns use it one after the other. None has more bytes in long strings than the records.
    const room = new Uint8Array(rows.reduce((sum, { raw }) => (isLong(raw) ? sum + MAX_UTF8_BYTES_PER_UNIT * raw.length : sum), 0))
    const columnData = COLUMNS.map(({ name, type }) => {
      const cells = rows.map((row) => row[name as keyof ArchiveRow])
      return {
        name,
        statistics: !cells.some(hasLong),
        get data() {
          return type === 'time' ? cells.map(parseTimestamp) : encoded(cells, room)
        },
      }
    })
    this.parquet.write({ columnData, rowGroupSize: rows.length })
    this.rows = []
    this.held = 0
    this.groups++
    await this.drain()
  }

  /**
   * Ends the file. Its name follows from its records and their sources, so that writing the same again overwrites it.
   */
  async end(): Promise<void> {
    await this.writeGroup()
    this.parquet.finish()
    await this.drain()
    await this.sink.close(`part-${this.origin.digest('hex').slice(0, 32)}.parquet`)
  }

  abandon(): Promise<void> {
    return this.sink.abandon()
  }

  private async drain(): Promise<void> {
    const bytes = this.bytes.getBytes()
    this.written += bytes.length
    await this.sink.write(bytes)
    this.bytes.index = 0
  }
}

/**
 * Of a column with statistics, the least and the greatest string are held until the file ends, and a column is encoded
 * whole: columns with longer strings have none, and are encoded in memory that others use as well.
 */
const LONGEST = 4096

const isLong = (cell: unknown): cell is string => typeof cell === 'string' && cell.length > LONGEST

const hasLong = (cell: unknown): boolean =>
  isLong(cell) || (Array.isArray(cell) && cell.some((each: object) => Object.values(each).some(isLong)))

/** The most bytes of a UTF-16 unit in UTF-8. */
const MAX_UTF8_BYTES_PER_UNIT = 3

/** Returns cells with long strings as UTF-8, as far as there is room for them. */
function encoded(cells: ReadonlyArray<unknown>, room: Uint8Array): Array<unknown> {
  const utf8 = new TextEncoder()
  let used = 0
  const encode = (value: unknown): unknown => {
    if (!isLong(value)) return value
    const { read, written } = utf8.encodeInto(value, room.subarray(used))
    if (read < value.length) return value
    used += written
    return room.subarray(used - written, used)
  }
  const encodeFields = (each: object) => Object.fromEntries(Object.entries(each).map(([name, field]) => [name, encode(field)]))
  return cells.map((cell) => (Array.isArray(cell) && hasLong(cell) ? cell.map(encodeFields) : encode(cell)))
}

/** About how many bytes a row takes besides its strings. */
const OVERHEAD = 500

function sizeOf(row: ArchiveRow): number {
  const strings = [row.raw, row.request_parameters, row.response_elements, row.additional_event_data, row.error_message, row.user_agent]
  return strings.reduce((sum, content) => sum + (content?.length ?? 0), OVERHEAD) + 200 * (row.resources?.length ?? 0)
}
