import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import type { SummaryCommandOptions } from '../../src/cli/options.js'
import { summary } from '../../src/cli/summary.js'
import { glueCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

const NO_READS = 'no call only reads: the trail may not record reads'
const write = `${JSON.stringify(glueCall)}\n`
const read = `${JSON.stringify({ ...glueCall, eventName: 'GetTables' })}\n`

async function ran(input: string, options: Partial<SummaryCommandOptions> = {}) {
  const streams = streamsWith({ input })
  const status = await summary(['-'], { top: 10, color: false, ...options }, new Command(), streams)
  return { status, out: streams.out(), err: streams.err() }
}

describe('summary', () => {
  it('counts', async () => {
    const { status, out, err } = await ran(write + read)
    expect(status).toBe(0)
    expect(out.startsWith('2 calls, 2024-05-14 06:10:00 to 2024-05-14 06:10:00 UTC\n0 failed; 1 only read\n')).toBe(true)
    expect(err).toBe('1 file, 2 records, 2 Glue, 2 matched, 0 unknown, 0 nonconforming, 0 broken\n')
  })

  it('is data in other formats', async () => {
    const data = JSON.parse((await ran(write + read + read, { format: 'json', top: 1 })).out)
    expect(data).toMatchObject({
      files: 1,
      records: 3,
      calls: 3,
      reads: 2,
      warnings: [],
      apis: { top: [{ name: 'GetTables', calls: 2 }], rest: 1 },
    })
  })

  it('is a line for each name in NDJSON and CSV', async () => {
    const lines = (await ran(write + read, { format: 'ndjson', top: 1 })).out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { kind: 'actor', name: 'johndoe', calls: 2, failed: 0 },
      { kind: 'api', name: 'GetTables', calls: 1, failed: 0 },
      { kind: 'resource', name: 'job nightly', calls: 1, failed: 0 },
    ])
    expect((await ran(write, { format: 'csv' })).out).toBe(
      'kind,name,calls,failed\r\nactor,johndoe,1,0\r\napi,StartJobRun,1,0\r\nresource,job nightly,1,0\r\n',
    )
  })

  it('reports that there are no reads', async () => {
    expect((await ran(write)).err).toContain(`${NO_READS}\n`)
    expect(JSON.parse((await ran(write, { format: 'json' })).out).warnings).toEqual([NO_READS])
    expect((await ran(write, { writes: true })).err).not.toContain(NO_READS)
    expect((await ran('')).err).not.toContain(NO_READS)
  })

  it('reports in every format that there are more names than it counts', async () => {
    const names = Array.from({ length: 50_002 }, (_, i) => `${JSON.stringify({ ...glueCall, eventName: `Call${i}` })}\n`).join('')
    const warning = 'api: 2 calls of names that are not counted: there are too many'
    for (const format of ['table', 'json', 'ndjson', 'csv'] as const) {
      const { out, err } = await ran(names, { format })
      expect(err).toContain(`${warning}\n`)
      if (format === 'json') expect(JSON.parse(out)).toMatchObject({ apis: { uncounted: 2 }, warnings: [NO_READS, warning] })
    }
  }, 60_000)

  it('returns 1 where something is broken', async () => {
    expect((await ran(`${write}5\n`)).status).toBe(1)
  })
})
