import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nearTable } from '../../src/cli/table-hint.js'
import { listFiles } from '../../src/node/list-files.js'
import { glueCall } from '../support/records.js'
import { runCommand } from '../support/run-command.js'

it.each([
  ['finance.legder', '(Did you mean finance.ledger?)'],
  ['Finance.Ledger', '(Did you mean finance.ledger?)'],
  ['nothing.like_it', ''],
])('finds a table like %s', async (table, near) => {
  const files = await listFiles(['examples/trail'])
  expect(await nearTable(table, { files })).toBe(near)
  expect(await nearTable(table, {})).toBe('')
})

it('takes no name with white space', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-near-'))
  const named = (name: string) => ({ ...glueCall, eventName: 'GetTable', requestParameters: { databaseName: 'sales', name } })
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ Records: [named('a <b...> c'), named('\u001b[2K'), named(''), named('orders')] }))
  expect(await nearTable('sales.ordres', { files: await listFiles([folder]) })).toBe('(Did you mean sales.orders?)')
  rmSync(folder, { recursive: true })
})

it('takes no name with a secret', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'glue-trail-near-'))
  const named = (name: string) => ({ ...glueCall, eventName: 'GetTable', requestParameters: { databaseName: 'sales', name } })
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ Records: [named('led?password=hunter2')] }))
  expect(await nearTable('sales.led?pass', { files: await listFiles([folder]) })).toBe('')
  rmSync(folder, { recursive: true })
})

it('is a line of history where no call names the table', async () => {
  const lines = async (table: string) =>
    (await runCommand(['history', table, 'examples/trail', '--format', 'csv'])).err.split('\n').slice(0, -2)
  expect(await lines('finance.legder')).toEqual(['no call names finance.legder (Did you mean finance.ledger?)'])
  expect(await lines('finance.ledger')).toEqual([])
})
