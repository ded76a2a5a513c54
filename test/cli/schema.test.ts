import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { tableSql } from '../../src/archive/table-sql.js'
import { schema } from '../../src/cli/schema.js'
import { streamsWith } from '../support/streams.js'

const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => undefined })
const WHERE = { table: 'audit.trail', location: 's3://archive/' }

describe('schema', () => {
  it.each(['athena', 'spark', 'duckdb'] as const)('prints the statements for %s', async (engine) => {
    const streams = streamsWith()
    expect(await schema({ [engine]: true, ...WHERE }, quiet(), streams)).toBe(0)
    expect(streams.out()).toBe(tableSql(engine, WHERE))
  })

  it.each([{}, { athena: true, spark: true }])('needs one engine: %j', async (engines) => {
    await expect(schema({ ...engines, ...WHERE }, quiet(), streamsWith())).rejects.toMatchObject({
      message: "error: one of '--athena', '--spark' and '--duckdb' is needed",
    })
  })
})
