import { describe, expect, it } from 'vitest'
import { runCommand } from '../support/run-command.js'

const ran = (...args: ReadonlyArray<string>) => runCommand(args)

describe('run', () => {
  it('runs each command', async () => {
    expect(await ran('decode', 'examples/trail', '--api', 'DeleteJob', '--format', 'csv')).toMatchObject({ status: 0 })
    expect((await ran('describe', 'GetTags')).out).toContain('GetTags\n')
    expect((await ran('table', '--duckdb')).out).toMatch(/^CREATE OR REPLACE VIEW "cloudtrail" AS/)
    expect((await ran('complete', 'fish')).out).toContain('glue-trail complete -- ')
  })

  it('answers what a shell asks', async () => {
    expect((await ran('complete', '--', 'describe', 'BatchStop')).out).toBe('BatchStopJobRun\t\n:4\n')
    expect((await ran('complete', '--', 'describe', 'rec')).out).toBe('record\t\n:4\n')
    expect((await ran('complete', '--', 'decode', '--api', 'StartNo')).out).toBe('StartNotebook\t\n:4\n')
  })

  it('cuts and escapes what an error of the system repeats', async () => {
    const { status, err } = await ran('demo', `${'x'.repeat(100_000)}\u202e`)
    expect([status, err.startsWith('glue-trail: ENAMETOOLONG: '), err.includes('\\u202e')]).toEqual([1, true, true])
    expect(err.length).toBeLessThan(2100)
  })

  it('answers 2 where the usage is wrong, and 0 of help and version', async () => {
    expect(await ran('decode')).toMatchObject({ status: 2, out: '' })
    expect(await ran('decode', 'examples/trail', '--out', 'archive')).toMatchObject({ status: 2, out: '' })
    expect(await ran('decode', 'examples/trail', '--stream')).toMatchObject({ status: 2, out: '' })
    expect(await ran('decode', 'examples/trail', '--format', 'parquet')).toMatchObject({ status: 2, out: '' })
    expect(await ran('--help')).toMatchObject({ status: 0, err: '' })
    expect(await ran('--version')).toEqual({ status: 0, out: '0.0.0-test\n', err: '' })
  })
})
