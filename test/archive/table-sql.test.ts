import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/archive/columns.js'
import { PARTITIONS } from '../../src/archive/partition.js'
import { type SqlEngine, tableSql } from '../../src/archive/table-sql.js'

const ENGINES: ReadonlyArray<SqlEngine> = ['athena', 'spark', 'duckdb']

/** Names and types as the statement lists them. */
const listed = (sql: string): ReadonlyArray<readonly [string, string]> =>
  [...sql.matchAll(/^ {2}[`"](\w+)[`"](?: |::)?(.*?)(?: AS "\w+")?,?$/gm)].map(([, name = '', type = '']) => [name, type])

describe('tableSql', () => {
  it.each(ENGINES)('lists all columns and then the partitions: %s', (engine) => {
    const files = COLUMNS.map(({ name }) => name).filter((name) => name !== 'region')
    expect(listed(tableSql(engine, { location: 'archive' })).map(([name]) => name)).toEqual([...files, ...PARTITIONS])
  })

  it.each(ENGINES)('has one type of the engine for each type of column: %s', (engine) => {
    const types = new Map(listed(tableSql(engine, { location: 'archive' })))
    const pairs = new Set(COLUMNS.filter(({ name }) => name !== 'region').map(({ name, type }) => `${type} ${types.get(name)}`))
    expect([...pairs].sort()).toMatchSnapshot()
  })

  it('is an external table and its partitions for Athena', () => {
    const sql = tableSql('athena', { table: 'audit.trail', location: 's3://archive/trail' })
    expect(sql.startsWith('CREATE EXTERNAL TABLE IF NOT EXISTS `audit`.`trail` (\n  `event_time` TIMESTAMP,\n')).toBe(true)
    expect(
      sql.endsWith(
        '  `integrity` STRING\n)\nPARTITIONED BY (\n  `account` STRING,\n  `region` STRING,\n  `day` STRING\n)\nSTORED AS PARQUET\n' +
          "LOCATION 's3://archive/trail/';\n\nMSCK REPAIR TABLE `audit`.`trail`;\n",
      ),
    ).toBe(true)
  })

  it('is a table of Parquet for Spark', () => {
    const sql = tableSql('spark', { location: 'archive' })
    expect(sql.startsWith('CREATE TABLE IF NOT EXISTS `cloudtrail` (\n  `event_time` TIMESTAMP,\n')).toBe(true)
    expect(sql).toContain(
      "\n)\nUSING PARQUET\nPARTITIONED BY (`account`, `region`, `day`)\nLOCATION 'archive';\n\nMSCK REPAIR TABLE `cloudtrail`;\n",
    )
  })

  it('is a view for DuckDB', () => {
    const sql = tableSql('duckdb', { location: 'archive/' })
    expect(sql.startsWith('CREATE OR REPLACE VIEW "cloudtrail" AS SELECT\n  "event_time"::TIMESTAMPTZ AS "event_time",\n')).toBe(true)
    expect(
      sql.endsWith(
        '  "day"\nFROM read_parquet(\'archive/*/*/*/*.parquet\', hive_partitioning = true, ' +
          'hive_types = {"account": VARCHAR, "region": VARCHAR, "day": VARCHAR});\n',
      ),
    ).toBe(true)
  })

  it('lets no name or folder out of its quotes', () => {
    const hostile = { table: 'a`"; DROP TABLE b; --', location: "x'; DROP TABLE b; --\\" }
    expect(tableSql('athena', hostile)).toContain("LOCATION 'x\\'; DROP TABLE b; --\\\\/';")
    expect(tableSql('spark', hostile)).toContain('`a``"; DROP TABLE b; --`')
    expect(tableSql('duckdb', hostile)).toContain('VIEW "a`""; DROP TABLE b; --" AS')
    expect(tableSql('duckdb', hostile)).toContain("read_parquet('x''; DROP TABLE b; --\\/*/*/*/*.parquet'")
  })
})
