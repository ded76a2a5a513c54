import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { archive } from '../../src/cli/archive.js'
import type { DecodeCommandOptions } from '../../src/cli/options.js'
import { temporaryFolder } from '../support/folder.js'
import { filesBelow, parquetIn } from '../support/parquet.js'
import { glueCall, nonconformingCall, otherServiceCall } from '../support/records.js'
import { streamsWith } from '../support/streams.js'

const input = [glueCall, otherServiceCall, nonconformingCall].map((record) => `${JSON.stringify(record)}\n`).join('')
const quiet = () => new Command().exitOverride().configureOutput({ writeErr: () => undefined })

async function archived(options: Partial<DecodeCommandOptions> = {}) {
  const out = join(temporaryFolder(), 'archive')
  const streams = streamsWith({ input })
  const status = await archive(['-'], { failOn: [], color: false, out, ...options }, quiet(), streams)
  const read = await Promise.all([...filesBelow(out).values()].map(parquetIn))
  return { status, err: streams.err(), out: streams.out(), rows: read.flatMap(({ rows }) => rows) }
}

describe('archive', () => {
  it('writes the records that are wanted, and says how many files', async () => {
    const { status, err, out, rows } = await archived()
    expect([status, out]).toEqual([0, ''])
    expect(err).toBe('1 file, 3 records, 2 Glue, 2 matched, 0 unknown, 1 nonconforming, 0 broken, 1 file written\n')
    expect(rows.map(({ event_name, file, index, marks }) => [event_name, file, index, marks])).toEqual([
      ['StartJobRun', '-', 0, null],
      ['UpdateTable', '-', 2, 'nonconforming'],
    ])
  })

  it('heeds the limit, and what it must not find', async () => {
    const { status, err, rows } = await archived({ limit: 1, failOn: ['nonconforming'] })
    expect([status, rows.length]).toEqual([0, 1])
    expect(err).toMatch(/, stopped after 1, 1 file written\n$/)
    expect((await archived({ failOn: ['nonconforming'] })).status).toBe(1)
  })

  it('needs a folder, and makes none where the usage is wrong', async () => {
    const options = { failOn: [], format: 'parquet' } as const
    await expect(archive(['-'], options, quiet(), streamsWith({ input }))).rejects.toMatchObject({
      message: "error: '--format parquet' needs '--out <folder>'",
    })
    const out = join(temporaryFolder(), 'archive')
    await expect(archive(['-'], { ...options, out, from: 'soon' }, quiet(), streamsWith({ input }))).rejects.toThrow('--from')
    expect(existsSync(out)).toBe(false)
  })

  it('rejects where the folder cannot be made', async () => {
    await expect(archived({ out: '/dev/null/archive' })).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
