/**
 * The command `table`: lists the columns of `decode`, and prints the SQL that makes a table of the folder that `decode
 * --format parquet` wrote.
 *
 * @module
 */
import type { Command } from 'commander'
import { type SqlEngine, tableSql } from '../archive/table-sql.js'
import { UNPRINTABLE } from '../codec/path.js'
import { columnList } from './column.js'
import { OK } from './exit-code.js'
import type { TableCommandOptions } from './options.js'
import { type Streams, screenOf } from './screen.js'

const ENGINES: ReadonlyArray<SqlEngine> = ['athena', 'spark', 'duckdb']

/** Runs the command and returns its exit status. */
export async function table(options: TableCommandOptions, command: Command, streams: Streams): Promise<number> {
  const [engine, ...others] = ENGINES.filter((name) => options[name] === true)
  if (others.length > 0) return command.error("error: '--athena', '--spark' and '--duckdb' exclude each other")
  // An escape would be another name to the engine.
  for (const name of ['table', 'location'] as const)
    if (options[name].search(UNPRINTABLE) >= 0) return command.error(`error: '--${name}' has a control or invisible character`)
  const { write, width } = await screenOf(streams, 0, false)
  await write(engine === undefined ? columnList(width) : tableSql(engine, { table: options.table, location: options.location }))
  return OK
}
