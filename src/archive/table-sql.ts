/**
 * Statements by which an engine knows a folder of Parquet as a table, made of the list of columns.
 *
 * @module
 */
import { type ArchiveColumn, type ColumnType, RESOURCE_FIELDS } from './column.js'
import { COLUMNS } from './columns.js'
import { PARTITIONS } from './partition.js'

/**
 * The engines whose statements are known.
 *
 * @category archive
 * @since 0.1.0
 */
export type SqlEngine = 'athena' | 'spark' | 'duckdb'

/**
 * Which table is made of which folder.
 *
 * @category archive
 * @since 0.1.0
 */
export interface TableOptions {
  /** The name of the table, `database.table` too. Default `cloudtrail`. */
  readonly table?: string
  /** The folder: a path, or `s3://bucket/prefix`. */
  readonly location: string
}

type Types = Readonly<Record<ColumnType, string>>

const fields = (each: (name: string) => string): string => RESOURCE_FIELDS.map(each).join(', ')

const hiveTypes = (): Types => ({
  text: 'STRING',
  time: 'TIMESTAMP',
  boolean: 'BOOLEAN',
  integer: 'INT',
  json: 'STRING',
  resources: `ARRAY<STRUCT<${fields((name) => `${name}: STRING`)}>>`,
})

const duckdbTypes = (): Types => ({
  text: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  json: 'VARCHAR',
  resources: `STRUCT(${fields((name) => `${quoted(name)} VARCHAR`)})[]`,
})

/**
 * The statements that make a table of a folder which `writeParquet` wrote: an external table for Athena and Spark, a view for DuckDB. Athena and Spark have
 * to be told of new folders each time there are some, which is the second statement.
 *
 * @param engine - For which engine.
 * @param options - Which table of which folder.
 * @returns One or two statements, each ending with `;` and a line break.
 *
 * @example
 * import { tableSql } from 'glue-trail/archive'
 *
 * const sql = tableSql('athena', { table: 'audit.cloudtrail', location: 's3://archive/cloudtrail/' })
 * assert.ok(sql.startsWith('CREATE EXTERNAL TABLE IF NOT EXISTS `audit`.`cloudtrail` (\n  `event_time` TIMESTAMP,\n'))
 * assert.ok(sql.endsWith("LOCATION 's3://archive/cloudtrail/';\n\nMSCK REPAIR TABLE `audit`.`cloudtrail`;\n"))
 *
 * @category archive
 * @since 0.1.0
 */
export function tableSql(engine: SqlEngine, { table = 'cloudtrail', location }: TableOptions): string {
  switch (engine) {
    case 'athena':
      return athena(named(table, ticked), `${location.replace(/\/$/, '')}/`)
    case 'spark':
      return spark(named(table, ticked), location)
    case 'duckdb':
      return duckdb(named(table, quoted), location.replace(/\/$/, ''))
  }
}

/** A partition that is a column of the files as well stands in the list of columns no second time. */
const fileColumns = (): ReadonlyArray<ArchiveColumn> => COLUMNS.filter(({ name }) => !isPartition(name))

function athena(table: string, location: string): string {
  const types = hiveTypes()
  return `CREATE EXTERNAL TABLE IF NOT EXISTS ${table} (
${listed(fileColumns().map(({ name, type }) => `${ticked(name)} ${types[type]}`))}
)
PARTITIONED BY (
${listed(PARTITIONS.map((name) => `${ticked(name)} STRING`))}
)
STORED AS PARQUET
LOCATION ${hiveText(location)};

MSCK REPAIR TABLE ${table};
`
}

function spark(table: string, location: string): string {
  const types = hiveTypes()
  return `CREATE TABLE IF NOT EXISTS ${table} (
${listed([...fileColumns().map(({ name, type }) => `${ticked(name)} ${types[type]}`), ...PARTITIONS.map((name) => `${ticked(name)} STRING`)])}
)
USING PARQUET
PARTITIONED BY (${PARTITIONS.map(ticked).join(', ')})
LOCATION ${hiveText(location)};

MSCK REPAIR TABLE ${table};
`
}

function duckdb(table: string, location: string): string {
  const types = duckdbTypes()
  const files = `'${[location, ...PARTITIONS.map(() => '*'), '*.parquet'].join('/').replaceAll("'", "''")}'`
  const hive = PARTITIONS.map((name) => `${quoted(name)}: VARCHAR`).join(', ')
  return `CREATE OR REPLACE VIEW ${table} AS SELECT
${listed([...fileColumns().map(({ name, type }) => `${quoted(name)}::${types[type]} AS ${quoted(name)}`), ...PARTITIONS.map(quoted)])}
FROM read_parquet(${files}, hive_partitioning = true, hive_types = {${hive}});
`
}

const isPartition = (name: string): boolean => PARTITIONS.some((partition) => partition === name)

const listed = (lines: ReadonlyArray<string>): string => lines.map((line) => `  ${line}`).join(',\n')

const named = (table: string, quote: (name: string) => string): string => table.split('.').map(quote).join('.')
const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const hiveText = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
