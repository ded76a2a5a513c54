/**
 * SQL that makes a table of a folder of Parquet, from the list of columns.
 *
 * @module
 */
import { madeOf, requireOptions, wrongArgument, wrongName } from '../codec/argument.js'
import { type ArchiveColumn, type ColumnType, RESOURCE_FIELDS } from './column.js'
import { COLUMNS } from './columns.js'
import { PARTITIONS } from './partition.js'

/**
 * The engines with statements.
 *
 * @category archive
 * @since 0.1.0
 */
export type SqlEngine = 'athena' | 'spark' | 'duckdb'

/**
 * Options of `tableSql`.
 *
 * @category archive
 * @since 0.1.0
 */
export interface TableOptions {
  /** The name of the table, also as `database.table`. Default: `cloudtrail`. */
  readonly table?: string
  /** The folder: a path, or `s3://bucket/prefix`. */
  readonly location: string
}

type Types = Readonly<Record<ColumnType, string>>

const fields = (each: (name: string) => string): string => RESOURCE_FIELDS.map(each).join(', ')

const hiveTypes = (): Types => ({
  string: 'STRING',
  time: 'TIMESTAMP',
  boolean: 'BOOLEAN',
  integer: 'INT',
  json: 'STRING',
  resources: `ARRAY<STRUCT<${fields((name) => `${name}: STRING`)}>>`,
})

const duckdbTypes = (): Types => ({
  string: 'VARCHAR',
  time: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  json: 'VARCHAR',
  resources: `STRUCT(${fields((name) => `${quoted(name)} VARCHAR`)})[]`,
})

/**
 * Returns the statements that make a table of a folder written by `writeParquet`: an external table for Athena and
 * Spark, a view for DuckDB. Athena and Spark find new folders only with the second statement.
 *
 * @param engine - The engine.
 * @param options - The name of the table, and the folder.
 * @returns One or two statements, each ending with `;` and a line break.
 * @throws TypeError for another engine, and for a table or location that is not a string.
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
export function tableSql(engine: SqlEngine, options: TableOptions): string {
  requireOptions('tableSql', options)
  const { table = 'cloudtrail', location } = madeOf('tableSql', 'an object of options', options, () => ({
    table: options.table,
    location: options.location,
  }))
  if (typeof table !== 'string') throw wrongArgument('tableSql', 'the name of a table', table)
  if (typeof location !== 'string') throw wrongArgument('tableSql', 'a location', location)
  switch (engine) {
    case 'athena':
      return athena(named(table, ticked), `${location.replace(/\/$/, '')}/`)
    case 'spark':
      return spark(named(table, ticked), location)
    case 'duckdb':
      return duckdb(named(table, quoted), location.replace(/\/$/, ''))
    default:
      throw wrongName('tableSql', 'athena, spark or duckdb', engine)
  }
}

/** The columns without those that are partitions too, which would be declared twice. */
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
const hiveText = (content: string): string => `'${content.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
