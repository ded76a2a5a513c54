import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { history } from '../../src/cli/history.js'
import type { HistoryCommandOptions } from '../../src/cli/options.js'
import { LIFE } from '../support/orders.js'
import { streamsWith } from '../support/streams.js'

const input = LIFE.map((record) => `${JSON.stringify(record)}\n`).join('')

async function ran(table: string, options: HistoryCommandOptions = {}, columns?: number) {
  const streams = streamsWith({ input, ...(columns === undefined ? {} : { columns }) })
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  const status = await history(table, ['-'], { color: false, ...options }, command, streams)
  return { status, out: streams.out(), err: streams.err() }
}

describe('history', () => {
  it('writes entries in each form', async () => {
    const lines = (await ran('sales.orders')).out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['CREATED', 'SCHEMA', 'UNKNOWN', 'DENIED', 'DROPPED'])
    expect(JSON.parse((await ran('sales.orders', { format: 'json' })).out)).toEqual(lines.map((line) => JSON.parse(line)))
    const csv = (await ran('sales.orders', { format: 'csv' })).out.split('\r\n')
    expect(csv.slice(1).map((line) => line.split(',')[1])).toEqual(['CREATED', 'SCHEMA', 'UNKNOWN', 'DENIED', 'DROPPED', undefined])
    expect((await ran('sales.orders', {}, 80)).out).toContain('\n2024-05-02 09:00:00  SCHEMA   johndoe       UpdateTable\n')
  })

  it('counts calls about the table, and calls that may be', async () => {
    expect(await ran('sales.orders')).toMatchObject({
      status: 0,
      err: '1 file, 6 records, 6 Glue, 4 matched, 1 unknown, 0 nonconforming, 0 broken\n',
    })
  })

  it('takes an ARN', async () => {
    const { out } = await ran('arn:aws:glue:eu-central-1:123456789012:table/sales/orders')
    expect(out.trimEnd().split('\n').length).toBe(5)
  })

  it('reports that it found no call about the table', async () => {
    const { out, err } = await ran('arn:aws:glue:us-east-1:123456789012:table/sales/orders')
    expect(out).toBe('')
    expect(err).toContain('no call about arn:aws:glue:us-east-1:123456789012:table/sales/orders is in these logs')
  })

  it('refuses what is not a table', async () => {
    await expect(ran('orders')).rejects.toMatchObject({
      message: "error: 'orders' is not a table: expected database.table, or the ARN of a table",
    })
  })
})
