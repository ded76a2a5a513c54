import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { decode } from '../../src/cli/decode.js'
import type { TextCommandOptions } from '../../src/cli/options.js'
import { poolHere } from '../support/here.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

let here = poolHere()
vi.mock('../../src/node/pool.js', () => ({ poolOf: async () => here.pool }))
beforeEach(() => {
  here = poolHere()
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'glue-trail-decode-threads-'))
  const contents = [[otherServiceCall], [glueCall, glueCall], [], [nonconformingCall], [5, glueCall], [otherServiceCall]]
  contents.forEach((Records, i) => void writeFileSync(join(folder, `${i}.json`), JSON.stringify({ Records })))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function decoded(options: Partial<TextCommandOptions>, columns?: number) {
  const streams = streamsWith(columns === undefined ? {} : { columns })
  const status = await decode([folder], { failOn: [], color: false, ...options }, new Command(), streams)
  return { status, out: streams.out(), err: streams.err() }
}

it.each<[Partial<TextCommandOptions>]>([
  [{ format: 'ndjson' }],
  [{ format: 'json' }],
  [{ format: 'csv' }],
  [{ format: 'json', source: ['iam'] }],
  [{ format: 'csv', failOn: ['nonconforming'], source: ['*'] }],
])('does the same with threads as without: %j', async (options) => {
  const one = await decoded({ ...options, workers: 1 })
  expect(here.asked).toEqual([])
  expect(await decoded({ ...options, workers: 2 })).toEqual(one)
  expect(here.asked.at(-1)).toBe('end')
})

it('fails where a record is as it must not be, and where something is broken', async () => {
  const statusOf = async (i: number, failOn: TextCommandOptions['failOn']): Promise<number> =>
    decode(
      [`${i}.json`, '1.json'].map((name) => join(folder, name)),
      { failOn, color: false, format: 'ndjson', workers: 2 },
      new Command(),
      streamsWith(),
    )
  expect(await statusOf(3, [])).toBe(0)
  expect(await statusOf(3, ['nonconforming'])).toBe(1)
  expect(await statusOf(4, [])).toBe(1)
})

it('uses no threads for a table or with a limit', async () => {
  await decoded({ workers: 2 }, 80)
  await decoded({ workers: 2, format: 'ndjson', limit: 2 })
  expect(here.asked).toEqual([])
})
