/**
 * DuckDB on one thread: `node duckdb.mjs FOLDER` writes the Glue records, one a line. The column is given, so that
 * nothing is guessed, and a record stays the text it is.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

const [folder = ''] = process.argv.slice(2)
const database = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await database.connect()
const files = join(folder, '*.json.gz').replaceAll("'", "''")
const reader = await connection.runAndReadAll(`
  SELECT record::VARCHAR FROM (
    SELECT unnest(Records) AS record
    FROM read_json('${files}', columns = { Records: 'JSON[]' }, format = 'auto', maximum_object_size = 268435456)
  ) WHERE record->>'$.eventSource' = 'glue.amazonaws.com'`)
writeSync(
  1,
  reader
    .getRows()
    .map(([record]) => `${record}\n`)
    .join(''),
)
