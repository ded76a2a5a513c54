import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { tableSql } from '../../src/archive/table-sql.js'
import { columnList } from '../../src/cli/column.js'
import { table } from '../../src/cli/table-sql.js'
import { streamsWith } from '../support/streams.js'

const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => undefined })
const WHERE = { table: 'audit.trail', location: 's3://archive/' }

describe('table', () => {
  it.each(['athena', 'spark', 'duckdb'] as const)('prints the statements for %s', async (engine) => {
    const streams = streamsWith()
    expect(await table({ [engine]: true, ...WHERE }, quiet(), streams)).toBe(0)
    expect(streams.out()).toBe(tableSql(engine, WHERE))
  })

  it('takes one engine', async () => {
    await expect(table({ athena: true, spark: true, ...WHERE }, quiet(), streamsWith())).rejects.toMatchObject({
      message: "error: '--athena', '--spark' and '--duckdb' exclude each other",
    })
  })

  it.each(['\u001b]0;x\u0007', 'a\u202e', 'a\u200b', 'a\u007f', 'a\nb'])('takes no name or location such as %j', async (name) => {
    for (const option of ['table', 'location']) {
      const streams = streamsWith()
      await expect(table({ duckdb: true, ...WHERE, [option]: name }, quiet(), streams)).rejects.toMatchObject({
        message: `error: '--${option}' has a control or invisible character`,
      })
      expect(streams.out()).toBe('')
    }
  })

  it('lists the columns without an engine', async () => {
    const streams = streamsWith()
    expect(await table(WHERE, quiet(), streams)).toBe(0)
    expect(streams.out()).toBe(columnList(200))
  })
})
