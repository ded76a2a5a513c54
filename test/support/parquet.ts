/** Reads Parquet files with another library than the one that writes them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'

/** Rows and row groups of a file. */
export async function parquetIn(
  file: Uint8Array,
): Promise<{ readonly rows: ReadonlyArray<Record<string, unknown>>; readonly groups: ReadonlyArray<number> }> {
  const bytes = new Uint8Array(file)
  const rows = await parquetReadObjects({ file: bytes.buffer })
  return { rows, groups: parquetMetadata(bytes.buffer).row_groups.map(({ num_rows }) => Number(num_rows)) }
}

/** The files below a folder, by their paths. */
export function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = paths.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort()
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
}

/** Returns a row as it is in a file, with its time as a date. */
export const asRead = (row: object): Record<string, unknown> => {
  const { event_time: time, ...rest } = row as Record<string, unknown>
  return { event_time: typeof time === 'string' ? new Date(time) : time, ...rest }
}
