import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { IntegrityReport } from '../../src/integrity/report.js'
import { temporaryFolder } from '../support/folder.js'
import { runCommand } from '../support/run-command.js'
import { worldOf } from '../support/signed-world.js'
import { folderOf } from '../support/world-folder.js'

const world = worldOf()
const RANGE = ['--from', '2026-01-01T00:01:31Z', '--to', '2026-01-01T04:01:31Z']

const validate = (folder: string, ...more: ReadonlyArray<string>) =>
  runCommand(['validate', join(folder, 'copy'), ...RANGE, '--public-keys', join(folder, 'keys.json'), ...more])

it('is 0 for what is verified, with the shard, its coverage and a line that sums up', async () => {
  const folder = folderOf(world)
  const { status, out, err } = await validate(folder, '--signatures', join(folder, 'signatures.ndjson'))
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toBe(
    [
      '111122223333 us-east-1 trail-1',
      '111122223333 us-east-1 trail-1: 4 digests, 8 logs',
      '  2026-01-01T00:01:31Z to 2026-01-01T04:01:31Z  verified',
      '1 shard, 4 digests, 8 logs: verified; 0 problems; covered 2026-01-01T00:01:31Z to 2026-01-01T04:01:31Z',
      '',
    ].join('\n'),
  )
})

it('is 3 where not all can be proven, also without keys', async () => {
  const folder = folderOf(world)
  expect((await validate(folder)).status).toBe(3)
  const { status, out } = await runCommand(['validate', join(folder, 'copy'), ...RANGE])
  expect(status).toBe(3)
  expect(out).toContain('KEY_UNKNOWN')
})

it('is 1 where something is wrong, and shows each problem as it is found', async () => {
  const folder = folderOf(world)
  const log = world.objects[0]?.key ?? ''
  rmSync(join(folder, 'copy', log))
  const { status, out } = await validate(folder, '--signatures', join(folder, 'signatures.ndjson'))
  expect(status).toBe(1)
  expect(out.split('\n')[1]).toBe(`${log}: LOG_NOT_FOUND: expected a log file, received ENOENT`)
})

it('writes data: events a line, or the report, also into a file that a later run continues', async () => {
  const folder = folderOf(world)
  const report = join(folder, 'report.json')
  const { out } = await validate(folder, '--format', 'ndjson', '--report', report, '--no-logs', '--no-unreferenced')
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string; readonly report?: unknown })
  expect(lines.map(({ kind }) => kind)).toEqual(['SHARD_FOUND', ...Array(4).fill('DIGEST_CHECKED'), 'COVERED', 'REPORT'])
  const stored = JSON.parse(readFileSync(report, 'utf8')) as unknown
  expect(IntegrityReport.is(stored)).toBe(true)
  expect(stored).toEqual(lines.at(-1)?.report)
  const later = await validate(folder, '--format', 'json', '--after', report, '--workers', '2')
  expect((JSON.parse(later.out) as IntegrityReport).requested.options.after).toBe('2026-01-01T04:01:31Z')
})

it.each(['text', 'ndjson', 'json'])('escapes names of folders in %s', async (format) => {
  const folder = temporaryFolder()
  const prefix = 'a\u001b[2J\u009b31m\u202e\u{e0041}\u2028b'
  await runCommand(['demo', join(folder, prefix)])
  const { out, err } = await runCommand(['validate', folder, '--format', format])
  expect(out).not.toMatch(/[^\P{C}\n]|\u2028/u)
  expect(err).not.toMatch(/[^\P{C}\n]|\u2028/u)
  expect(out).toContain('\\u001b[2J\\u009b31m\\u202e\\udb40\\udc41\\u2028b')
  if (format === 'json') expect((JSON.parse(out) as IntegrityReport).shards.map(({ id }) => id.prefix)).toContain(prefix)
})

it.each([
  [['--from', 'soon'], "--from 'soon': expected a date, a date with a time, or a time ago such as 24h"],
  [['--from', '2026-01-02', '--to', '2026-01-01'], "'--from' has to be before '--to'"],
  [['--after', 'package.json'], '--after: package.json is not a report of this command'],
  [['--after', '/dev/zero'], '--after: /dev/zero: expected a file or a pipe, received a device or a socket'],
  [['--after', 'no such file'], "ENOENT: no such file or directory, stat 'no such file'"],
  [['--public-keys', 'package.json'], '--public-keys: KEY_FORMAT:'],
])('is 2 for %j', async (args, message) => {
  const { status, err } = await runCommand(['validate', 'examples/trail', ...args])
  expect(status).toBe(2)
  expect(err).toContain(message)
})

it('takes folders, or one bucket', async () => {
  expect((await runCommand(['validate', 's3://a', 'b'])).err).toContain('one s3://BUCKET, or folders')
  expect((await runCommand(['validate', 's3://a/b.json.gz'])).err).toContain('s3://BUCKET or a prefix of it, not a file')
  const { status, err } = await runCommand(['validate', 'no such folder'])
  expect([status, err.includes('ENOENT')]).toEqual([1, true])
})
